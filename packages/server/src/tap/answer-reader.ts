import type { CompletionUsage } from '@hermes4/core';
import { createWireDecoder, isRecord, joinBytes } from '@hermes4/core/internal';
import { costIn, costInHeaders } from './cost.ts';
import type { TappedEnd } from './tapped-end.ts';

/** The most bytes that are held in order to be read. */
const MAX_HELD_BYTES = 4 * 2 ** 20;

/** Reads along. */
export interface AnswerReader {
  push(bytes: Uint8Array): void;
  /** What was seen, given how the body ended. */
  end(how: 'ended' | 'broken' | 'left'): TappedEnd;
}

/** What turns bytes into JSON values, and tells what it could not read. */
interface ValueReader {
  /** @throws when it cannot go on reading. */
  push(bytes: Uint8Array): Values;
  end(): Values;
}

interface Values {
  readonly items: readonly unknown[];
  readonly done: boolean;
  readonly failure?: unknown;
}

type Seen = { -readonly [Name in keyof TappedEnd]?: TappedEnd[Name] };

/** Begins to read one answer. */
export function createAnswerReader(
  { status, headers }: { readonly status: number; readonly headers: Headers },
  now: () => number,
): AnswerReader {
  const isEvents = /^text\/event-stream\b/i.test(headers.get('content-type') ?? '');
  const values = isEvents ? createWireDecoder(MAX_HELD_BYTES) : createWholeReader();
  const seen: Seen = { ...costInHeaders(headers) };
  let isReading = !headers.has('content-encoding');
  let isDone = false;
  let hasFailed = false;

  return { push, end };

  function push(bytes: Uint8Array): void {
    // The first byte of a whole answer is the first of its content, though it tells nothing yet.
    if (!isEvents && bytes.length > 0) seen.firstContentAt ??= now();
    look(() => values.push(bytes));
  }

  function end(how: 'ended' | 'broken' | 'left'): TappedEnd {
    if (how === 'ended') look(() => values.end());
    return { ...seen, end: ending(how) };
  }

  function ending(how: 'ended' | 'broken' | 'left'): TappedEnd['end'] {
    if (hasFailed) return 'failed';
    if (how === 'ended' && status >= 400) return 'refused';
    // Callers leave as soon as they know that nothing follows.
    if (isDone || (isEvents && seen.finishReason !== undefined)) return 'complete';
    if (how !== 'ended') return how === 'left' ? 'left' : 'failed';
    return isEvents && isReading ? 'failed' : 'complete';
  }

  function look(read: () => Values): void {
    if (!isReading || isDone) return;
    try {
      const { items, done, failure } = read();
      for (const value of items) if (isRecord(value)) take(value);
      hasFailed ||= failure !== undefined;
      isDone = done && !hasFailed;
    } catch {
      // Too large to be held: it is passed on all the same.
      isReading = false;
    }
  }

  function take(value: Readonly<Record<string, unknown>>): void {
    if (status < 400 && (value['error'] || value['object'] === 'error')) hasFailed = true;
    if (isRecord(value['usage'])) seen.usage = value['usage'] as unknown as CompletionUsage;
    Object.assign(seen, costIn(value));
    const [choice] = Array.isArray(value['choices']) ? (value['choices'] as unknown[]) : [];
    if (!isRecord(choice)) return;
    const { finish_reason, delta } = choice;
    if (typeof finish_reason === 'string') seen.finishReason = finish_reason;
    if (choice['error']) hasFailed = true;
    if (isRecord(delta) && saysSomething(delta)) seen.firstContentAt ??= now();
  }
}

/** Whether a delta holds more than its role. */
function saysSomething(delta: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(delta).some(
    ([name, value]) => name !== 'role' && value !== null && value !== '' && value !== undefined,
  );
}

/** Holds a whole JSON answer until its end. */
function createWholeReader(): ValueReader {
  const parts: Uint8Array[] = [];
  let size = 0;
  return {
    push(bytes) {
      size += bytes.length;
      if (size > MAX_HELD_BYTES) {
        parts.length = 0;
        throw new RangeError('The answer is too large to be held.');
      }
      parts.push(bytes);
      return { items: [], done: false };
    },
    end() {
      return { items: [JSON.parse(new TextDecoder().decode(joinBytes(parts)))], done: true };
    },
  };
}
