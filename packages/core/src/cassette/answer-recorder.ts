import { HermesError } from '../errors/hermes-error.ts';
import type { RecordedResponse } from './cassette.ts';
import { joinBytes } from './join-bytes.ts';
import { writePiece } from './pieces.ts';
import { coverSecrets, withoutSecrets } from './secrets.ts';

/** What is known of an answer when its headers have come. */
export interface BegunResponse {
  readonly status: number;
  readonly headers: Headers;
  /** Milliseconds since the request was sent. */
  readonly atMs: number;
}

/** How an answer is recorded. */
export interface RecorderOptions {
  /** Words that must not be recorded, wherever they stand. */
  readonly secrets: readonly string[];
  /** The most bytes that the body may have. */
  readonly maxBytes: number;
  /** Reads a whole body for people. */
  readonly readable: (body: Uint8Array, contentType: string) => unknown;
}

/** Takes down one answer as it passes. */
export interface AnswerRecorder {
  /**
   * Takes the next of the body; the bytes are copied.
   *
   * @throws HermesError `response_too_large`.
   */
  push(bytes: Uint8Array, atMs: number): void;
  /** Whether the body has come to an end that says so, `[DONE]`, though its connection may stay open. */
  saidDone(): boolean;
  /** The record of all that came. */
  response(): RecordedResponse;
}

/** All else may name the account: cookies, organizations. */
const KEPT_HEADERS = /^(?:content-type|retry-after|x-aimlapi-[\w-]+|x-ratelimit-[\w-]+)$/;

/** Ids of accounts, which hosts like to repeat in their errors. */
const ACCOUNT_ID = /\b(?:org|proj|user|acct)[-_][A-Za-z0-9]{12,}/g;

/** Enough of the end to hold the last event of a stream. */
const TAIL_BYTES = 64;

/** Begins the record of an answer. */
export function createAnswerRecorder(
  { status, headers, atMs }: BegunResponse,
  { secrets, maxBytes, readable }: RecorderOptions,
): AnswerRecorder {
  const parts: { readonly bytes: Uint8Array; readonly atMs: number }[] = [];
  let size = 0;

  return { push, saidDone, response };

  function push(bytes: Uint8Array, atMs: number): void {
    size += bytes.length;
    if (size > maxBytes) {
      throw new HermesError(
        `The answer cannot be recorded: it is larger than ${maxBytes} bytes. Raise maxExchangeBytes if it may be.`,
        { code: 'response_too_large' },
      );
    }
    if (bytes.length > 0) parts.push({ bytes: bytes.slice(), atMs: Math.round(atMs) });
  }

  function saidDone(): boolean {
    const tail = joinBytes(
      parts.slice(-TAIL_BYTES).map(({ bytes }) => bytes.subarray(-TAIL_BYTES)),
    );
    return /(?:^|[\r\n])data: ?\[DONE\]\s*$/.test(new TextDecoder().decode(tail));
  }

  function response(): RecordedResponse {
    const body = covered();
    const pieces = [];
    let from = 0;
    for (const { bytes, atMs } of parts) {
      pieces.push(writePiece(body.subarray(from, from + bytes.length), atMs));
      from += bytes.length;
    }
    const said = readable(body, headers.get('content-type') ?? '');
    return {
      status,
      headers: keptHeaders(),
      atMs: Math.round(atMs),
      pieces,
      ...(said !== undefined && { readable: said }),
    };
  }

  /** As long as it was, so that the pieces stay what they were. */
  function covered(): Uint8Array {
    const cover = coverSecrets(secrets);
    const body = joinBytes([cover.push(joinBytes(parts.map(({ bytes }) => bytes))), cover.end()]);
    // What a model writes is never touched.
    if (status < 400) return body;
    // One character a byte, so that places in the text are places in the bytes.
    const text = new TextDecoder('latin1').decode(body);
    for (const { index, 0: id } of text.matchAll(ACCOUNT_ID)) {
      body.fill(42, index, index + id.length);
    }
    return body;
  }

  function keptHeaders(): Record<string, string> {
    const kept = [...headers].filter(([name]) => KEPT_HEADERS.test(name));
    return Object.fromEntries(kept.map(([name, value]) => [name, withoutSecrets(value, secrets)]));
  }
}
