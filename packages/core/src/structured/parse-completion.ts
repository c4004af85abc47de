import { HermesError } from '../errors/hermes-error.ts';
import type { ChatCompletion, ChatCompletionChoice } from '../model/chat-completion.ts';
import type { ParsedChatCompletion } from '../model/parsed-completion.ts';
import { excerpt } from '../primitives/excerpt.ts';
import type { OutputFormat } from './output-format.ts';
import { readAnswer } from './read-answer.ts';
import { describeMisfits, type Misfit } from './validator.ts';

/** A parsed completion, or what is wrong with it. */
export type ParseResult =
  | {
      readonly completion: ParsedChatCompletion<unknown>;
      readonly error?: undefined;
      readonly feedback?: undefined;
    }
  | {
      readonly completion?: undefined;
      readonly error: HermesError;
      /** What to tell the model; absent when asking again cannot help. */
      readonly feedback?: string | undefined;
    };

/** Reads and validates the answer of a completion: its first choice, as this API returns one. */
export async function parseCompletion(
  completion: ChatCompletion,
  { root, validate }: OutputFormat,
): Promise<ParseResult> {
  const [choice] = completion.choices;
  if (!choice) return { error: invalid('it holds no choice', completion) };
  const why = whyNotParsed(choice);
  if (why !== undefined) return { error: invalid(why, completion) };
  const text = choice.message.content ?? '';
  const read = readAnswer(text, root);
  if (read.fault !== undefined)
    return misfit([{ path: '', message: read.fault }], completion, text);
  const validated = await validate(read.value);
  if (validated.misfits) return misfit(validated.misfits, completion, text);
  // The completion itself, so that what hangs on it unseen stays: it belongs to nobody else.
  Object.assign(choice.message, { parsed: validated.value });
  return { completion: completion as ParsedChatCompletion<unknown> };
}

/** What no other try would change. */
function whyNotParsed({ finish_reason, message }: ChatCompletionChoice): string | undefined {
  if (finish_reason === 'length') {
    return 'the token limit cut it off before its JSON was complete; raise max_tokens';
  }
  if (message.refusal) return `the model refused: ${excerpt(message.refusal)}`;
  if (!message.content && message.tool_calls?.length) {
    return 'the model called tools instead; let runTools() answer them';
  }
  return undefined;
}

function misfit(misfits: readonly Misfit[], completion: ChatCompletion, text: string): ParseResult {
  const feedback = describeMisfits(misfits);
  const path = misfits.find((one) => one.path !== '')?.path;
  return {
    error: invalid(`${feedback.replace(/\.$/, '')}; it was ${excerpt(text)}`, completion, path),
    feedback,
  };
}

function invalid(why: string, partial: ChatCompletion, path?: string): HermesError {
  return new HermesError(`The answer does not fit the schema: ${why}.`, {
    code: 'invalid_output',
    partial,
    path,
  });
}
