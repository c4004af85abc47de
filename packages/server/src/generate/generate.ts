import type { Clock } from '../clock.ts';
import type { EngineRequest, EngineToken, TokenEngine } from '../engine/engine.ts';
import { createBreather } from './breather.ts';
import { createStopGate, type Piece } from './stop-gate.ts';

/** Makes the tokens of one answer take the time that they would take elsewhere. */
export interface Pace {
  /** Waits for the first token; rejects with the signal's reason. */
  firstToken(promptTokens: number, signal: AbortSignal): Promise<void>;
  /** Waits for a further one. */
  nextToken(signal: AbortSignal): Promise<void>;
  /** The answer is over. */
  end(): void;
}

/** What to generate, and how. */
export interface GenerationOptions {
  readonly engine: TokenEngine;
  readonly asked: EngineRequest;
  readonly promptTokens: number;
  /** The most tokens that may be drawn. */
  readonly budget: number;
  /** Nothing waits for its time when it is left out. */
  readonly pace?: Pace | undefined;
  readonly clock: Clock;
}

/** What was drawn at once, and why it was the last if it was. */
export interface Drawn {
  readonly pieces: readonly Piece[];
  readonly finish?: 'stop' | 'length' | undefined;
}

/** An answer on its way out of an engine, no faster than it is asked for. */
export interface Generation {
  /**
   * Draws what comes next: one token where tokens have to be waited for, else several. Rejects with the reason
   * of the signal, or with what the engine threw.
   */
  next(): Promise<Drawn>;
  /** How many tokens were drawn, those of a stop sequence included. */
  drawn(): number;
  /** Ends it early; the engine's own cleanup runs. */
  close(): Promise<void>;
}

/** A slow reader must not make the engine run far ahead of it. */
const MOST_AT_ONCE = 16;

/** Draws tokens until the engine ends its turn, the budget is spent or a stop sequence comes. */
export function startGeneration(options: GenerationOptions): Generation {
  const { engine, asked, budget, pace } = options;
  const { signal } = asked;
  const stops = [asked.request.stop ?? []].flat().filter((stop) => stop !== '');
  const gate = stops.length > 0 ? createStopGate(stops) : undefined;
  const breather = createBreather(options.clock);
  let source: Source | undefined;
  let count = 0;
  let isClosed = false;
  let failure: { readonly error: unknown } | undefined;
  let interrupt: ((reason: unknown) => void) | undefined;

  signal.addEventListener('abort', leave, { once: true });
  return { next, drawn: () => count, close };

  async function next(): Promise<Drawn> {
    try {
      signal.throwIfAborted();
      if (failure) throw failure.error;
      if (breather.isDue()) await wakeable(breather.rest());
      source ??= begin(engine.generate(asked));
      const drawn =
        source.ready && !pace ? drawReady(source.ready) : await wakeable(drawOne(source));
      if (drawn.finish) await close();
      return drawn;
    } catch (error) {
      // What fails already matters more than how its cleanup goes.
      await close().catch(() => undefined);
      throw error;
    }
  }

  /** Tokens that need no waiting share a promise: one for each would be most of the work. */
  function drawReady(tokens: Iterator<EngineToken>): Drawn {
    const pieces: Piece[] = [];
    let finish: Drawn['finish'];
    do {
      try {
        finish = take(tokens.next(), pieces);
      } catch (error) {
        // What came before a failure is given out before it is told.
        if (pieces.length === 0) throw error;
        failure = { error };
      }
      signal.throwIfAborted();
    } while (!finish && !failure && pieces.length < MOST_AT_ONCE && !breather.isDue());
    return { pieces, finish };
  }

  async function drawOne({ ready, awaited }: Source): Promise<Drawn> {
    if (count === 0) await pace?.firstToken(options.promptTokens, signal);
    else await pace?.nextToken(signal);
    const pieces: Piece[] = [];
    const finish = take(ready ? ready.next() : await awaited.next(), pieces);
    return { pieces, finish };
  }

  function take(step: IteratorResult<EngineToken, unknown>, pieces: Piece[]): Drawn['finish'] {
    if (step.done) return last('stop', pieces);
    const token = step.value;
    count += 1;
    const piece = gate ? gate.push(token) : { text: token.text, tokens: [token] };
    if (piece) pieces.push(piece);
    if (gate?.isStopped()) return 'stop';
    return count < budget ? undefined : last('length', pieces);
  }

  function last(finish: 'stop' | 'length', pieces: Piece[]): 'stop' | 'length' {
    const rest = gate?.flush();
    if (rest) pieces.push(rest);
    return finish;
  }

  /** An engine may wait for something that never comes, and not look at its signal. */
  function wakeable<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      interrupt = reject;
      work.then(resolve, reject);
    });
  }

  function leave(): void {
    interrupt?.(signal.reason);
    void close().catch(() => undefined);
  }

  async function close(): Promise<void> {
    if (isClosed) return;
    isClosed = true;
    breather.stop();
    pace?.end();
    signal.removeEventListener('abort', leave);
    // The engine itself may have caused the end, and cannot be closed while it runs.
    await Promise.resolve();
    await (source?.ready ?? source?.awaited)?.return?.();
  }
}

type Source =
  | { readonly ready: Iterator<EngineToken>; readonly awaited?: undefined }
  | { readonly ready?: undefined; readonly awaited: AsyncIterator<EngineToken> };

function begin(tokens: AsyncIterable<EngineToken> | Iterable<EngineToken>): Source {
  if (Symbol.iterator in tokens) return { ready: tokens[Symbol.iterator]() };
  return { awaited: tokens[Symbol.asyncIterator]() };
}
