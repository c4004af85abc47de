import {
  type ChatCompletion,
  type ChatCompletionChunk,
  type ErrorCode,
  HermesError,
} from '@hermes4/core';
import {
  type Batch,
  createAccumulator,
  createBeyondText,
  createNormalizer,
  createWireDecoder,
  joinBytes,
  type Normalizer,
  normalizeAnswer,
} from '@hermes4/core/internal';
import type { AskedChat } from './read-chat.ts';

/** Reads an answer as it passes, and never throws. */
export interface AnswerWatch {
  push(bytes: Uint8Array): void;
  end(): void;
  /** Whether anything of the answer has come. */
  hasBegun(): boolean;
  /** Whether all of it has come, and nothing is wrong with it. */
  isWhole(): boolean;
  /** What is wrong with it. */
  failure(): unknown;
  /** What has come of it, in the normal form. */
  completion(): ChatCompletion | undefined;
}

/** Makes chunks of bytes. */
interface Reader {
  push(bytes: Uint8Array): Batch<ChatCompletionChunk>;
  end(): Batch<ChatCompletionChunk>;
}

/** What the client itself takes, unless it is told otherwise. */
const MOST_BYTES = 64 * 2 ** 20;

/** Begins to read the answer to a request. */
export function watchAnswer(chat: AskedChat, contentType: string): AnswerWatch {
  const answer = createAccumulator(createBeyondText);
  const reader = readerOf(chat, contentType, normalizerFor(chat));
  let isDone = false;
  // The client does not read a page that comes in place of a stream.
  let failure: unknown = chat.isStream && /html/i.test(contentType) ? noAnswer() : undefined;

  return {
    push: (bytes) => take(() => reader.push(bytes)),
    end() {
      take(() => reader.end());
      if (!isWhole()) failure ??= interrupted();
    },
    hasBegun: () => !answer.isEmpty(),
    isWhole,
    failure: () => failure,
    completion: () => (answer.isEmpty() ? undefined : answer.completion()),
  };

  function isWhole(): boolean {
    return failure === undefined && (isDone || answer.isFinished());
  }

  function take(read: () => Batch<ChatCompletionChunk>): void {
    if (isDone || failure !== undefined) return;
    try {
      const batch = read();
      for (const chunk of batch.items) answer.add(chunk);
      isDone = batch.done;
      failure = batch.failure;
    } catch (error) {
      failure = error;
    }
  }
}

function normalizerFor({ functions }: AskedChat): Normalizer {
  return createNormalizer({
    // Each host is asked for thoughts in its own way; only words that are captured depend on it.
    reasoning: true,
    tools: functions.map(({ name }) => String(name)),
    textToolCalls: functions.length > 0,
  });
}

/** Hosts that do not stream say so only by their content type. */
function readerOf({ isStream }: AskedChat, contentType: string, to: Normalizer): Reader {
  const isWhole = /json/i.test(contentType) && !/ndjson|json-seq/i.test(contentType);
  return isStream && !isWhole ? streamReader(to) : wholeReader(to);
}

function streamReader(normalizer: Normalizer): Reader {
  const decoder = createWireDecoder(MOST_BYTES);
  return {
    push: (bytes) => normalizer.push(decoder.push(bytes)),
    end: () => normalizer.end(decoder.end()),
  };
}

function wholeReader(normalizer: Normalizer): Reader {
  const parts: Uint8Array[] = [];
  let size = 0;
  return {
    push(bytes) {
      size += bytes.length;
      if (size > MOST_BYTES)
        throw failed('response_too_large', 'The answer is too large to be told of.');
      // The bytes may belong to whoever sent them.
      parts.push(bytes.slice());
      return { items: [], done: false };
    },
    end: () => normalizeAnswer(readJson(joinBytes(parts)), normalizer),
  };
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw noAnswer();
  }
}

function noAnswer(): HermesError {
  return failed('unexpected_response', 'The host answered with something else than a completion.');
}

/** The error for an answer that stops before its end. */
export function interrupted(): HermesError {
  return failed('stream_interrupted', 'The answer ended before it was whole.');
}

function failed(code: ErrorCode, message: string): HermesError {
  return new HermesError(message, { code });
}
