import type { ChatCompletion } from '../model/chat-completion.ts';
import type { ErrorCode } from './error-code.ts';

/** What a {@link HermesError} can carry besides its message. */
export interface HermesErrorDetails {
  /** What went wrong, as a name that never changes. */
  code: ErrorCode;
  /** HTTP status of the answer; absent when there was none. */
  status?: number | undefined;
  /** The host's own id for the call, to quote to its support. */
  requestId?: string | undefined;
  /** How long the host asks to wait before another try, in milliseconds. */
  retryAfterMs?: number | undefined;
  /** Where in the request the fault lies, such as `messages[0].role`. */
  path?: string | undefined;
  /** What had arrived of the answer before it failed. */
  partial?: ChatCompletion | undefined;
  /** The error beneath this one. */
  cause?: unknown;
}

const BRAND = '@hermes4/HermesError';

/**
 * Everything that this toolkit throws, except the caller's own abort reason.
 *
 * It is safe to log: it never holds a key, a header or the request's body, and its JSON leaves out the
 * partial answer and the cause.
 *
 * @example
 * ```ts
 * import { createHermes, isHermesError } from '@hermes4/core';
 *
 * const hermes = createHermes({ apiKey: 'wrong' });
 * try {
 *   await hermes.chat.completions.create({ messages: [{ role: 'user', content: 'Hello' }] });
 * } catch (error) {
 *   if (isHermesError(error) && error.code === 'unauthorized') console.error(error.message);
 *   else throw error;
 * }
 * ```
 */
export class HermesError extends Error {
  /** Always `HermesError`. */
  override readonly name: string = 'HermesError';
  /** What went wrong, as a name that never changes. */
  declare readonly code: ErrorCode;
  /** HTTP status of the answer; absent when there was none. */
  declare readonly status: number | undefined;
  /** The host's own id for the call, to quote to its support. */
  declare readonly requestId: string | undefined;
  /** How long the host asks to wait before another try, in milliseconds. */
  declare readonly retryAfterMs: number | undefined;
  /** Where in the request the fault lies, such as `messages[0].role`. */
  declare readonly path: string | undefined;
  /** What had arrived of the answer before it failed. */
  declare readonly partial: ChatCompletion | undefined;
  /**
   * Makes an error with its words and its facts.
   *
   * @param message What failed, where, and what to do about it.
   * @param details Everything a program may want to act on.
   */
  constructor(message: string, details: HermesErrorDetails) {
    super(message, details);
    Object.assign(this, details);
  }

  /** Tells this class from others across copies of the package, where `instanceof` cannot. */
  get brand(): string {
    return BRAND;
  }

  /**
   * The same error with more said about it.
   *
   * @param more What to add or replace.
   */
  with(more: Partial<HermesErrorDetails>): HermesError {
    const { message, cause, stack } = this;
    const error = new HermesError(message, { ...(this as HermesErrorDetails), cause, ...more });
    return Object.assign(error, { stack });
  }

  /** What a log should hold: everything but the answer's text, the cause and the stack. */
  toJSON(): Record<string, unknown> {
    // Not every engine hides the stack from loops.
    const { partial, stack, ...said } = this;
    return { ...said, message: this.message };
  }
}

/**
 * Tells whether a caught value is a {@link HermesError}, also when another copy of the package threw it.
 *
 * @param value Anything, usually from a `catch`.
 */
export function isHermesError(value: unknown): value is HermesError {
  return value instanceof Error && (value as Partial<HermesError>).brand === BRAND;
}
