import type { EngineToken } from '../engine/engine.ts';
import { createStopFilter } from './stop-filter.ts';

/** Text that may be given out, and the tokens that end in it. */
export interface Piece {
  readonly text: string;
  readonly tokens: readonly EngineToken[];
}

/** Lets tokens through up to the first stop sequence. */
export interface StopGate {
  /** What a token lets out; nothing while it may be the beginning of a stop sequence. */
  push(token: EngineToken): Piece | undefined;
  isStopped(): boolean;
  /** What was held back when nothing follows. */
  flush(): Piece | undefined;
}

/**
 * Keeps the tokens beside their text: a token that lies within a stop sequence is not given out, one that only
 * reaches into it is.
 *
 * @param stops The stop sequences; with none, tokens pass as they come.
 */
export function createStopGate(stops: readonly string[]): StopGate {
  const filter = createStopFilter(stops);
  let waiting: EngineToken[] = [];
  /** How much of the first token that waits has been given out. */
  let given = 0;

  return {
    push: (token) => {
      waiting.push(token);
      return release(filter.push(token.text));
    },
    isStopped: () => filter.isStopped(),
    flush: () => release(filter.flush()),
  };

  function release(text: string): Piece | undefined {
    given += text.length;
    const tokens: EngineToken[] = [];
    let first = waiting[0];
    while (first && given >= first.text.length) {
      tokens.push(first);
      given -= first.text.length;
      waiting = waiting.slice(1);
      first = waiting[0];
    }
    if (filter.isStopped()) {
      if (first && given > 0) tokens.push(first);
      waiting = [];
    }
    return text === '' && tokens.length === 0 ? undefined : { text, tokens };
  }
}
