import { HermesError } from '../errors/hermes-error.ts';
import type { Batch } from '../model/batch.ts';
import type { ChatCompletion, ChatCompletionChunk } from '../model/chat-completion.ts';
import type { ChunkSource } from '../model/chunk-source.ts';
import { type LinkedSignal, linkSignal } from '../primitives/link-signal.ts';

interface Failure {
  readonly error: unknown;
}

/** What a feed folds its chunks into. */
export interface Fold {
  add(chunk: ChatCompletionChunk): void;
  isFinished(): boolean;
  isEmpty(): boolean;
  completion(): ChatCompletion;
}

/** What a feed draws from. */
export interface FeedOptions {
  /** Sends the request; runs once, at the first reading. */
  readonly open: (signal: AbortSignal) => Promise<ChunkSource>;
  /** The caller's own signal. */
  readonly signal: AbortSignal | undefined;
  readonly fold: Fold;
}

/** One answer on its way, read by however many hands: each chunk is fetched and folded once. */
export interface Feed {
  /** Sends the request, unless that was done, and waits until the host has agreed to answer. */
  start(): Promise<void>;
  /**
   * Waits for the next network chunk; `false` at the end. Rejects, each time, once the answer has
   * failed, but never before what came first could be taken.
   */
  advance(): Promise<boolean>;
  /** Takes the chunks that have arrived and were not taken yet. */
  take(): readonly ChatCompletionChunk[];
  /** The answer so far; `undefined` before its first chunk. */
  completion(): ChatCompletion | undefined;
  /** Stops the call; reading then rejects with this reason. */
  abort(reason: unknown): void;
}

/**
 * Draws the chunks of one answer, folding them as they pass.
 *
 * An answer is whole when the host said so (`[DONE]`) or every choice has its finish reason;
 * otherwise its end is an error that carries what had arrived.
 */
export function createFeed({ open, signal, fold }: FeedOptions): Feed {
  let link: LinkedSignal | undefined;
  let source: ChunkSource | undefined;
  let waiting: ChatCompletionChunk[] = [];
  let pending: Promise<boolean> | undefined;
  let failure: Failure | undefined;
  let ended = false;

  return { start, advance, take, completion, abort };

  async function start(): Promise<void> {
    if (!source && !ended) await connect();
    if (failure) throw failure.error;
  }

  async function connect(): Promise<void> {
    try {
      link = linkSignal(signal);
      source = await open(link.signal);
      // Stopped while the host was still making up its mind.
      if (ended) void source.close();
    } catch (error) {
      fail(error);
    }
  }

  function advance(): Promise<boolean> {
    return (pending ??= step().finally(() => (pending = undefined)));
  }

  async function step(): Promise<boolean> {
    if (!ended) {
      await start();
      await draw();
      return true;
    }
    if (failure) throw failure.error;
    return false;
  }

  async function draw(): Promise<void> {
    try {
      receive(await source?.pull());
    } catch (error) {
      fail(error);
    }
  }

  function receive(batch: Batch<ChatCompletionChunk> | undefined): void {
    for (const chunk of batch?.items ?? []) {
      fold.add(chunk);
      waiting.push(chunk);
    }
    if (batch?.failure) fail(batch.failure);
    else if (batch?.done) finish();
    else if (!batch && !fold.isFinished()) fail(interrupted());
    else if (!batch) finish();
  }

  function fail(error: unknown): void {
    failure ??= { error: withPartial(error, completion()) };
    finish();
  }

  function finish(): void {
    ended = true;
    link?.unlink();
    void source?.close();
  }

  function take(): readonly ChatCompletionChunk[] {
    const taken = waiting;
    waiting = [];
    return taken;
  }

  function completion(): ChatCompletion | undefined {
    return fold.isEmpty() ? undefined : fold.completion();
  }

  function abort(reason: unknown): void {
    if (ended) return;
    waiting = [];
    // The reason first: a reader that waits must see it, not the end of a body that was cancelled.
    fail(reason);
    link?.abort(reason);
  }
}

function interrupted(): HermesError {
  return new HermesError(
    'The stream ended before the answer did: neither a finish reason nor [DONE] arrived. What did arrive is in `partial`.',
    { code: 'stream_interrupted' },
  );
}

function withPartial(error: unknown, partial: ChatCompletion | undefined): unknown {
  if (!(error instanceof HermesError) || partial === undefined) return error;
  return error.with({ partial });
}
