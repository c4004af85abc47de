import { HermesError } from '../errors/hermes-error.ts';
import type { Batch } from '../model/batch.ts';
import type { ChatCompletion, ChatCompletionChunk } from '../model/chat-completion.ts';
import type { ChunkSource } from '../model/chunk-source.ts';
import type { Exchange } from '../model/exchange.ts';
import { createIntake } from './intake.ts';
import { seal } from './seal.ts';

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
  /** The call, which has not begun. */
  readonly exchange: Exchange;
  /** Sends the request; runs at the first reading, and again when an answer breaks before it began. */
  readonly open: () => Promise<ChunkSource>;
  readonly fold: Fold;
  /** Gives what refuses an answer that is none; `undefined` as long as nothing but text can come. */
  readonly refuse: () => ((answer: ChatCompletion) => void) | undefined;
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
  /** The answer so far; `undefined` before anything of it has come. */
  completion(): ChatCompletion | undefined;
  /**
   * The whole answer, once `advance()` has given `false`; `undefined` when the host sent none.
   *
   * @throws HermesError `thinking_exhausted`.
   */
  result(): ChatCompletion | undefined;
  /** Stops the call; reading then rejects with this reason. */
  abort(reason: unknown): void;
}

/**
 * Draws the chunks of one answer, folding them as they pass.
 *
 * An answer is whole when the host said so (`[DONE]`) or every choice has its finish reason, whatever
 * becomes of the connection then; otherwise its end is an error that carries what had arrived. Until something of the answer comes,
 * chunks are held back, so that a stream that breaks by then can be asked for again unnoticed.
 */
export function createFeed({ exchange, open, fold, refuse }: FeedOptions): Feed {
  const intake = createIntake(fold, exchange);
  let source: ChunkSource | undefined;
  let pending: Promise<boolean> | undefined;
  let failure: Failure | undefined;
  let refusal: Failure | undefined;
  let ended = false;

  return { start, advance, take: intake.take, completion, result, abort };

  async function start(): Promise<void> {
    while (!source && !ended) await connect();
    // What comes of a feed that has ended is kept: it does not change any more.
    if (failure) throw failure.error;
  }

  async function connect(): Promise<void> {
    try {
      const opened = await open();
      // Stopped while the host was still making up its mind.
      if (ended) opened.close();
      else source = opened;
    } catch (error) {
      await lost(error);
    }
  }

  function advance(): Promise<boolean> {
    return (pending ??= ended ? start().then(() => false) : step());
  }

  // Chained by hand: every promise that a network chunk makes is a part of what streaming costs.
  function step(): Promise<boolean> {
    return source ? source.pull().then(drawn, broken) : start().then(advanced);
  }

  function advanced(): boolean {
    pending = undefined;
    return true;
  }

  function drawn(batch: Batch<ChatCompletionChunk> | undefined): boolean | Promise<boolean> {
    try {
      if (batch) receive(batch.items);
    } catch (error) {
      return broken(error);
    }
    if (batch?.failure) return broken(batch.failure);
    if (batch?.done || (!batch && fold.isFinished())) finish();
    else if (!batch) return broken(interrupted());
    return advanced();
  }

  function broken(error: unknown): Promise<boolean> {
    return lost(error).then(advanced);
  }

  function receive(items: readonly ChatCompletionChunk[]): void {
    // An abort has answered the reader already.
    if (ended) return;
    const overspent = intake.receive(items);
    if (overspent && !fold.isFinished()) fail(overspent);
  }

  async function lost(error: unknown): Promise<void> {
    const { code } = (error ?? {}) as Partial<HermesError>;
    if (!ended && code === 'stream_interrupted' && fold.isFinished()) finish();
    else if (!ended && !intake.hasBegun() && (await exchange.retry(error))) {
      intake.forget();
      source = undefined;
    } else fail(error);
  }

  function fail(error: unknown): void {
    if (ended) return;
    intake.release();
    failure = { error: withPartial(exchange.fail(error), completion()) };
    finish();
  }

  function finish(): void {
    intake.release();
    ended = true;
    exchange.end();
    source?.close();
  }

  function completion(): ChatCompletion | undefined {
    return fold.isEmpty() ? undefined : fold.completion();
  }

  function result(): ChatCompletion | undefined {
    const answer = completion();
    if (refusal) throw refusal.error;
    if (!answer) return undefined;
    const whole = seal(answer, exchange.facts);
    try {
      refuse()?.(whole);
      return whole;
    } catch (error) {
      refusal = { error: exchange.fail(error) };
      throw refusal.error;
    }
  }

  function abort(reason: unknown): void {
    if (ended) return;
    intake.take();
    ended = true;
    // The reason first: a reader that waits must see it, not the end of a body that was cancelled.
    failure = { error: reason };
    exchange.stop(reason);
    source?.close();
  }
}

function interrupted(): HermesError {
  return new HermesError(
    'The stream ended before the answer did, without a finish reason or [DONE]. What arrived before it is in `partial`.',
    { code: 'stream_interrupted' },
  );
}

function withPartial(error: unknown, partial: ChatCompletion | undefined): unknown {
  return partial && error instanceof HermesError ? error.with({ partial }) : error;
}
