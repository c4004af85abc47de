import { classifyError } from '../errors/classify-error.ts';
import { HermesError } from '../errors/hermes-error.ts';
import { hintFor } from '../errors/hint-for.ts';
import type { HttpResponse } from '../model/http.ts';
import { excerpt } from '../primitives/excerpt.ts';
import { isRecord } from '../primitives/is-record.ts';
import { readBody } from './read-body.ts';

/** An error page needs no more than this to be understood. */
const MAX_ERROR_BYTES = 65_536;

/** Reads the body of an answer whose status says that it failed, whatever its shape. */
export async function readErrorAnswer(response: HttpResponse): Promise<HermesError> {
  const { status, headers } = response;
  const said = describeErrorBody(await readBody(response, MAX_ERROR_BYTES).catch(() => ''));
  const requestId = headers.get('x-inference-id') ?? said.requestId;
  const code = said.isOffer ? 'unauthorized' : classifyError({ ...said, status });
  const message = `${status} from the host: ${said.message || 'no message'}${hintFor(code, said.message)}`;
  return new HermesError(message, { code, status, requestId, path: said.path });
}

interface ErrorWords {
  message: string;
  /** The host's own word for the failure. */
  word?: string | undefined;
  requestId?: string | undefined;
  path?: string | undefined;
  /** The host offers to be paid without an account (x402), which it does when there is no key. */
  isOffer?: boolean;
}

/**
 * Finds the words in any error body that a host of this model is known to send:
 * `{message, requestId, …}`, `{title, status, message}`, `{error: {message}}`, `{error: "…"}`,
 * `{detail}`, `{x402Version, accepts, error}`, plain text, HTML, nothing.
 */
export function describeErrorBody(body: string): ErrorWords {
  const value = tryJson(body);
  if (!isRecord(value))
    return { message: body === '' ? '' : excerpt(withoutTags(body.slice(0, 4_096))) };
  const inner = isRecord(value['error']) ? value['error'] : value;
  const message =
    text(inner['message']) ?? text(value['error']) ?? text(value['detail']) ?? text(value['title']);
  return {
    message: message ?? excerpt(body),
    word: text(inner['code']) ?? text(inner['type']),
    requestId: text(value['requestId']) ?? text(value['request_id']),
    path: text(inner['param']),
    isOffer: 'x402Version' in value,
  };
}

function tryJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function withoutTags(html: string): string {
  return html.replace(/<(script|style)\b[^>]*>[^]*?<\/\1>|<[^>]*>/gi, ' ');
}
