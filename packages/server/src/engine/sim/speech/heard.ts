import type { WireChatRequest } from '@hermes4/core/internal';
import type { Slots } from '../grammar/phrases.ts';
import { factsIn } from '../words/facts.ts';
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
  const told = lastOf(messages, 'system') ?? lastOf(messages, 'developer');
  const facts = factsIn(users);
  return {
    model,
    told: told && quote(told),
    asked: asked === undefined ? undefined : quote(asked),
    unasked: asked === undefined ? '' : undefined,
    turns: users.length > 1 ? count(users.length - 1, 'earlier message') : undefined,
    previous: users.length > 1 ? quote(users.at(-2) ?? '') : undefined,
    facts: facts.length > 0 ? facts.join(', and that ') : undefined,
    greeting: asked === undefined ? undefined : greetingIn(asked),
    numbers: asked === undefined ? undefined : numbersAsked(asked),
    size:
      asked !== undefined && ASKS_FOR_SIZE.test(asked)
        ? count(wordsOf(asked).length, 'word')
        : undefined,
  };
}

function lastOf(messages: readonly Message[], role: Message['role']): string | undefined {
  const message = messages.findLast((candidate) => candidate.role === role);
  return message && textOf(message);
}

/** The greeting itself, as one greets back. */
function greetingIn(text: string): string | undefined {
  const word = GREETING.exec(text)?.[1]?.toLowerCase();
  return word && word.charAt(0).toUpperCase() + word.slice(1);
}

/** A number of things in words. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
