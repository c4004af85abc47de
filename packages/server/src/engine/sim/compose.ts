import type { WireChatRequest } from '@hermes4/core/internal';
import type { Random } from './random.ts';
import { textOf } from './tokens.ts';

const LONGEST_QUOTE = 120;

/**
 * Writes the answer: a few sentences that say what is speaking and what it was given. It draws among
 * phrasings, never among facts.
 */
export function compose({ messages, model }: WireChatRequest, random: Random): string {
  const pick = (...options: string[]): string =>
    options[Math.floor(random() * options.length)] ?? '';
  const asked = quote(lastText(messages, 'user'));
  const told = quote(lastText(messages, 'system') ?? lastText(messages, 'developer'));
  const result = messages.at(-1)?.role === 'tool' ? quote(lastText(messages, 'tool')) : undefined;
  const turns = messages.filter(({ role }) => role === 'user').length;

  return [
    pick('Hello! This is', 'Greetings from', 'You have reached'),
    ` the local simulator of ${model}: `,
    pick(
      'a stand-in with no model inside',
      'no model runs here',
      'a small grammar instead of a model',
    ),
    pick('. ', ', so take nothing it says as an answer. '),
    told === undefined
      ? ''
      : `${pick('I was told', 'My instructions are', 'The system message says')}: ${told}. `,
    result === undefined
      ? ''
      : `${pick('The tool returned', 'The tool says', 'From the tool I have')} ${result}. `,
    asked === undefined
      ? pick('Nobody has asked anything yet.', 'I see no question in this conversation.')
      : `${pick('You asked', 'You wrote', 'Your message was')} ${asked}${turns > 1 ? `, after ${count(turns - 1, 'earlier message')}` : ''}.`,
    ' ',
    pick(
      'With a key, the same request goes to Hermes 4 itself.',
      'Set AIMLAPI_API_KEY to put the same question to Hermes 4.',
      'Point the client at a real host to hear from Hermes 4.',
    ),
  ].join('');
}

function lastText(messages: WireChatRequest['messages'], role: string): string | undefined {
  const message = messages.findLast((candidate) => candidate.role === role);
  return message && textOf(message);
}

function quote(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  const short = characters.length > LONGEST_QUOTE;
  return `“${short ? `${characters.slice(0, LONGEST_QUOTE).join('')}…` : line}”`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
