import type { TokenId } from '../../sampling/logits.ts';
import type { Tokenizer } from './tokenizer.ts';

/** A token of the simulator. */
export interface Token {
  readonly id: TokenId;
  /** Empty for a token that only begins a character. */
  readonly text: string;
}

/** How texts are cut into tokens. */
export interface Vocabulary {
  /** The tokens of a text; joined, they are the text. */
  readonly tokensOf: (text: string) => readonly Token[];
  /** Whether the tokens are those of the model. */
  readonly isExact: boolean;
}

/** The token that ends the model's turn. */
export const END_OF_TURN = '<|eot_id|>';

/**
 * What is one token each: the marks of the Llama-3 template, and the tags of Hermes (model card of
 * Hermes-4-405B: "added tokens").
 */
const SPECIAL =
  /(<\|(?:begin_of_text|start_header_id|end_header_id|eot_id)\|>|<\/?(?:think|tool_call|tool_response|tools)>)/;

/** The vocabulary of a tokenizer or, without one, of a rule of thumb in which a token is known by its text. */
export function createVocabulary(tokenizer?: Tokenizer): Vocabulary {
  const cut = tokenizer ? (text: string) => decodeEach(text, tokenizer) : estimate;
  return {
    isExact: tokenizer !== undefined,
    tokensOf: (text) =>
      text
        .split(SPECIAL)
        .flatMap((part, index) => (index % 2 === 1 ? [{ id: part, text: part }] : cut(part))),
  };
}

/**
 * Cuts text into pieces of about the size of the model's tokens: a short word with the space before
 * it, a part of a long one, a number of up to three digits, a run of signs.
 */
function estimate(text: string): Token[] {
  const pieces = text.match(/ ?\p{L}{1,6}|\p{L}{1,6}|\p{N}{1,3}|\s+|[^\s\p{L}\p{N}]{1,3}/gu) ?? [];
  return pieces.map((piece) => ({ id: piece, text: piece }));
}

/** A character that several tokens make comes whole with the last of them. */
function decodeEach(text: string, tokenizer: Tokenizer): Token[] {
  if (text === '') return [];
  const ids = tokenizer.encode(text);
  let done = 0;
  let from = 0;
  return ids.map((id, index) => {
    const isLast = index === ids.length - 1;
    const piece = isLast ? text.slice(done) : tokenizer.decode(ids.slice(from, index + 1));
    if (!isLast && !text.startsWith(piece, done)) return { id, text: '' };
    from = index + 1;
    done += piece.length;
    return { id, text: piece };
  });
}
