import type { Readable, Writable } from 'node:stream';

/** The world as a command sees it: tests put their own in its place. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean | undefined };
  /** For the answer alone, so that it can be piped. */
  readonly stdout: Writable & { readonly isTTY?: boolean | undefined };
  /** For everything that is said about the answer. */
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted with a {@link Interruption} by Ctrl-C or a request to end. */
  readonly signal: AbortSignal;
}

/**
 * Text for a terminal, without the control characters that would let a host move the cursor, change
 * the title or hide what stands on the screen.
 */
export function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\t\n]/gu, '');
}

/** Why a command was stopped from outside. */
export class Interruption extends Error {
  override readonly name: string = 'Interruption';
  /** What the process leaves with. */
  readonly exitCode: number;

  constructor(exitCode: number) {
    super('Interrupted');
    this.exitCode = exitCode;
  }
}

/** A mistake in how the command was called, told without a stack. */
export class UsageError extends Error {
  override readonly name: string = 'UsageError';
}
