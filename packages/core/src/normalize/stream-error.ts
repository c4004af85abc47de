import { classifyError, readErrorCode } from '../errors/classify-error.ts';
import { HermesError } from '../errors/hermes-error.ts';
import { isRecord } from '../primitives/is-record.ts';

/**
 * The error that a host reports inside an answer whose status was 200: `{error: {message, code}}`
 * (OpenRouter, vLLM) or `{object: "error", message}` (older vLLM, SGLang).
 */
export function streamError(value: Record<string, unknown>): HermesError | undefined {
  const error: unknown = value['error'] || (value['object'] === 'error' ? value : null);
  if (!error) return undefined;
  const details = isRecord(error) ? error : { message: error };
  const said = typeof details['message'] === 'string' ? details['message'] : JSON.stringify(error);
  const known = readErrorCode(details['code'] ?? details['type']);
  return new HermesError(`The host broke off the answer: ${said}`, {
    code: classifyError({ ...known, message: said }),
    status: known.status,
  });
}

/** The error that a host reports inside a choice, beside `finish_reason: "error"` (OpenRouter). */
export function choiceError(choices: readonly Record<string, unknown>[]): HermesError | undefined {
  for (const { error } of choices) if (error) return streamError({ error });
  return undefined;
}
