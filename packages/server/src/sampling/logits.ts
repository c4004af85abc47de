/** What a token is known by: its number in the vocabulary or, without one, its text. */
export type TokenId = number | string;

/** The tokens that may come next, each with its logit. */
export interface Logits {
  readonly ids: ArrayLike<TokenId>;
  /** In the order of `ids`. */
  readonly values: ArrayLike<number>;
  /**
   * The logarithm of the sum of e^logit over the whole vocabulary; needed when `ids` are only the likeliest
   * of it, so that log probabilities are still those of the model.
   *
   * @defaultValue that of `values`: what is not listed cannot come
   */
  readonly logTotal?: number | undefined;
}
