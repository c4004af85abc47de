import type { HermesError } from '../errors/hermes-error.ts';
import type { ChatCompletionChunk } from './chat-completion.ts';

/** An amount of what calls cost. */
export interface BudgetAmount {
  /** US dollars, as far as hosts have told them. */
  readonly usd: number;
  /** Tokens, those of the prompts included. */
  readonly tokens: number;
}

/** A limit that several calls share. Make one with `createBudget()`. */
export interface Budget {
  /** What has been spent so far. */
  spent(): BudgetAmount;
  /** What is left, never below 0; `Infinity` where there is no limit. */
  remaining(): BudgetAmount;
  /**
   * Begins to count one call. The client calls it; you need not.
   *
   * @throws HermesError `budget_exceeded` when nothing is left.
   */
  begin(): BudgetMeter;
}

/** Counts what one call costs. */
export interface BudgetMeter {
  /**
   * Counts what a chunk brings.
   *
   * @param chunk The chunk, in the normal form.
   * @returns The error to end the call with when its tokens pass what is left.
   */
  add(chunk: ChatCompletionChunk): HermesError | undefined;
  /**
   * Takes what the host says the whole call cost, instead of what was counted so far.
   *
   * @param usd US dollars.
   */
  charge(usd: number): void;
}
