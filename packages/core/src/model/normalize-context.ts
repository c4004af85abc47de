/** What the request says about how its answer is to be read. */
export interface NormalizeContext {
  /**
   * Thinking was asked for: a `</think>` without an opener then closes one that stood in the prompt, and
   * the text before it was reasoning.
   */
  readonly reasoning: boolean;
  /**
   * The host's template is known to end the prompt with `<think>`: the answer begins inside it, and
   * streams as reasoning from its first character.
   */
  readonly opensThinking?: boolean | undefined;
  /** The reasoning is not wanted: it is left out, whether or not the host can do that itself. */
  readonly hidesReasoning?: boolean | undefined;
  /** The names of the tools that were offered. With none, a call of any name is a call. */
  readonly tools: readonly string[];
  /** Whether `<tool_call>` in the text is looked for: when tools were offered. */
  readonly textToolCalls: boolean;
}
