import type { EngineToken, TokenChance } from '../engine.ts';
import type { Token } from './llama.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A token that was chosen, before its text is known. */
export interface Chosen {
  readonly id: Token;
  readonly logprob: number;
  readonly top: readonly TokenChance[];
}

/** Turns tokens into texts that are whole characters. */
export interface TokenWriter {
  /** What can be said after one more token; nothing while it may be half a character. */
  add(token: Chosen): EngineToken[];
  /** What was held back, when nothing follows. */
  end(): EngineToken[];
}

const HALF = '\ufffd';
/** No character has more bytes than this, and no token has none. */
const MOST_TOKENS = 4;
/** How far back a token's text may depend on what is before it. */
const MEMORY = 4;

/** Begins to write after a prompt. The tokens of a character that takes several come together, its text with the last of them. */
export function createTokenWriter(vocabulary: Vocabulary, prompt: readonly Token[]): TokenWriter {
  let before = prompt.slice(-MEMORY);
  let held: Chosen[] = [];

  return {
    add(token) {
      held.push(token);
      const text = textOf();
      return text.endsWith(HALF) && held.length < MOST_TOKENS ? [] : release(text);
    },
    end: () => (held.length > 0 ? release(textOf()) : []),
  };

  function textOf(): string {
    return vocabulary.joined(
      held.map(({ id }) => id),
      before,
    );
  }

  function release(text: string): EngineToken[] {
    const last = held.length - 1;
    const tokens = held.map(({ logprob, top }, index) => ({
      text: index === last ? text : '',
      logprob,
      ...(top.length > 0 && { top }),
    }));
    before = [...before, ...held.map(({ id }) => id)].slice(-MEMORY);
    held = [];
    return tokens;
  }
}
