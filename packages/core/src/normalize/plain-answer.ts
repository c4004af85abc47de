import type { ChatCompletion } from '../model/chat-completion.ts';
import { isRecord } from '../primitives/is-record.ts';
import { keepWire } from '../primitives/wire-value.ts';
import { isPlain } from './plain-chunk.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A message of which nothing came. */
const UNSAID = { role: 'assistant', content: null, reasoning_content: null, refusal: null };

/**
 * An answer in one piece whose text cannot be read in another way, as most are: nothing has to be taken apart and put
 * together again. `undefined` for any other.
 */
export function plainAnswer(value: unknown): ChatCompletion | undefined {
  if (!isRecord(value) || !Array.isArray(value['choices'])) return undefined;
  const [choice] = value['choices'] as readonly unknown[];
  if (!isRecord(choice)) return undefined;
  const { index, message, ...more } = choice;
  const { finish_reason = null, logprobs } = more;
  const { choices: _, ...fields } = value;
  const { error, object, usage } = fields;
  // As the only chunk of a stream would have brought it.
  const choices = [{ index, delta: message, finish_reason, logprobs, error: more['error'] }];
  if (!isPlain({ choices, error, object, usage }) || value['choices'].length > 1) return undefined;
  if (!isText(message as Fields)) return undefined;
  const said = { ...UNSAID, ...(message as Fields) };
  const completion = {
    ...fields,
    object: 'chat.completion',
    choices: [{ index, ...more, message: said, logprobs: null, finish_reason }],
  };
  return keepWire(completion as unknown as ChatCompletion, value);
}

/** Whether a message is text, and whatever else it names is nothing. */
function isText(message: Fields): boolean {
  const { role, content } = message;
  if (role !== 'assistant' || typeof content !== 'string') return false;
  for (const name in message) {
    if (name !== 'role' && name !== 'content' && message[name] !== null) return false;
  }
  const word = content.trimStart();
  return word !== '' && !word.startsWith('<');
}
