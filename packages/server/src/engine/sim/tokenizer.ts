/**
 * A tokenizer of the model's own family, which makes the simulator's token counts exact.
 *
 * @example
 * ```ts
 * import llama3 from 'llama3-tokenizer-js';
 *
 * const tokenizer: Tokenizer = {
 *   name: 'llama3-tokenizer-js',
 *   encode: (text) => llama3.encode(text, { bos: false, eos: false }),
 *   decode: (ids) => llama3.decode([...ids]),
 * };
 * ```
 */
export interface Tokenizer {
  /** Part of the `system_fingerprint`, because other tokens are another answer. */
  readonly name: string;
  /** The tokens of a text, without any that begin or end a prompt. */
  encode(text: string): readonly number[];
  /** The text of tokens; bytes that are no whole character may come as U+FFFD. */
  decode(ids: readonly number[]): string;
}
