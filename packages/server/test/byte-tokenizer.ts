import type { Tokenizer } from '../src/engine/sim/tokenizer.ts';

/** A tokenizer that is simple and exact: each byte is a token. */
export const byteTokenizer: Tokenizer = {
  name: 'bytes',
  encode: (text) => [...new TextEncoder().encode(text)],
  decode: (ids) => new TextDecoder().decode(Uint8Array.from(ids)),
};
