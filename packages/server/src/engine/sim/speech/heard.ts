import { DEEP_THINKING_PROMPT, type WireChatRequest } from '@hermes4/core/internal';
import type { Slots } from '../grammar/phrases.ts';
import { factsIn } from '../words/facts.ts';
import { glanceAt } from '../words/glance.ts';
import { type Message, textOf } from '../words/message-text.ts';
import { quote } from '../words/quote.ts';
import { wordsOf } from '../words/words.ts';
import { numbersAsked } from './count.ts';

const GREETING =
  /^\W*((?:hello|hi|hey|greetings|good (?:morning|afternoon|evening|day)|bonjour|hola|hallo|ciao)\b)/i;
const ASKS_FOR_SIZE = /\bhow (?:many words|long is)\b|\bcount (?:the |my )?words\b/i;

/** What the words of a conversation fill the phrases with. */
export function slotsOf({ messages, model }: WireChatRequest): Slots {
  const users = messages.filter(({ role }) => role === 'user').map(textOf);
  const asked = users.at(-1);
  const heard = asked === undefined ? '' : glanceAt(asked);
  const told = instructionsIn(messages);
  const facts = factsIn(users.map(glanceAt));
  return {
    model,
    told: told === '' ? undefined : quote(told),
    asked: asked === undefined ? undefined : quote(asked),
    unasked: asked === undefined ? '' : undefined,
    turns: users.length > 1 ? count(users.length - 1, 'earlier message') : undefined,
    previous: users.length > 1 ? quote(users.at(-2) ?? '') : undefined,
    facts: facts.length > 0 ? facts.join(', and that ') : undefined,
    greeting: greetingIn(heard),
    numbers: numbersAsked(heard),
    size: ASKS_FOR_SIZE.test(heard) ? count(wordsOf(asked ?? '').length, 'word') : undefined,
  };
}

/** What the caller's own words of instruction are, without what clients add: how to think, and the tools. */
function instructionsIn(messages: readonly Message[]): string {
  const last = (role: Message['role']): Message | undefined =>
    messages.findLast((candidate) => candidate.role === role);
  const message = last('system') ?? last('developer');
  const paragraphs = (message ? textOf(message) : '')
    .replace(DEEP_THINKING_PROMPT, '')
    .split('\n\n');
  return paragraphs
    .filter((paragraph) => !paragraph.includes('<tools>'))
    .join('\n\n')
    .trim();
}

/** The greeting itself, as one greets back. */
function greetingIn(text: string): string | undefined {
  const word = GREETING.exec(text)?.[1]?.toLowerCase();
  return word && word.charAt(0).toUpperCase() + word.slice(1);
}

/** A number of things in words. */
function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
