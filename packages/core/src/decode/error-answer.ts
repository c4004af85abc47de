import type { ErrorCode } from '../errors/error-code.ts';
import { HermesError } from '../errors/hermes-error.ts';
import type { HttpResponse } from '../model/http.ts';
import { excerpt } from '../primitives/excerpt.ts';
import { isRecord } from '../primitives/is-record.ts';
import { readBody } from './read-body.ts';

/** An error page needs no more than this to be understood. */
const MAX_ERROR_BYTES = 65_536;

/** Reads the body of an answer whose status says that it failed, whatever its shape. */
export async function readErrorAnswer(response: HttpResponse): Promise<HermesError> {
  const { status, headers } = response;
  const body = await readBody(response, MAX_ERROR_BYTES).catch(() => '');
  const said = describeErrorBody(body);
  const requestId = headers.get('x-inference-id') ?? said.requestId;
  const code = codeOf(status, said.message);
  const hint = HINTS[code];
  const message = `${status} from the host: ${said.message || 'no message'}${hint ? ` ${hint}` : ''}`;
  return new HermesError(message, { code, status, requestId, path: said.path });
}

interface ErrorWords {
  message: string;
  requestId?: string | undefined;
  path?: string | undefined;
}

/**
 * Finds the words in any error body that a host of this model is known to send:
 * `{message, requestId, …}`, `{title, status, message}`, `{error: {message}}`, `{error: "…"}`,
 * `{detail}`, plain text, HTML, nothing.
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
    requestId: text(value['requestId']) ?? text(value['request_id']),
    path: text(inner['param']),
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

const CODES: Readonly<Record<number, ErrorCode>> = {
  400: 'invalid_request',
  401: 'unauthorized',
  402: 'out_of_credits',
  404: 'not_found',
  405: 'not_found',
  413: 'invalid_request',
  415: 'invalid_request',
  422: 'invalid_request',
  429: 'rate_limited',
  502: 'overloaded',
  503: 'overloaded',
  504: 'overloaded',
  524: 'overloaded',
  529: 'overloaded',
};

function codeOf(status: number, message: string): ErrorCode {
  // The hosted API says 403 for an empty account and for a key out of scope; only its words tell.
  if (status === 403)
    return /credit|fund|billing(?!\/verification)/i.test(message) ? 'out_of_credits' : 'forbidden';
  return CODES[status] ?? (status >= 500 ? 'server_error' : 'invalid_request');
}

const HINTS: Partial<Record<ErrorCode, string>> = {
  unauthorized:
    'Check that the key is complete, belongs to this host and is enabled in the account.',
  out_of_credits: 'The key is fine; the account needs credits.',
  not_found: 'Check baseURL and the model id.',
  rate_limited: 'Slow down and try again.',
  overloaded: 'Try again in a moment.',
};
