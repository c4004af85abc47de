import type { Readable, Writable } from 'node:stream';

/** Where text goes; what a terminal is told of is known there only. */
export type Output = Writable & {
  readonly isTTY?: boolean | undefined;
  /** How wide the terminal is at this moment, in cells. */
  readonly columns?: number | undefined;
};

/** The world as a command sees it: tests put their own in its place. */
export interface Io {
  readonly stdin: Readable & {
    readonly isTTY?: boolean | undefined;
    /** Whether keys arrive one by one instead of in lines; a terminal has it. */
    setRawMode?(isRaw: boolean): unknown;
  };
  /**
   * Whether standard input ends by itself, as a file and a shell's pipe do. The pipe that a program opens to its
   * child may stay open without a word.
   */
  readonly inputEnds: boolean;
  /** For the answer alone, so that it can be piped. */
  readonly stdout: Output;
  /** For everything that is said about the answer. */
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The directory that the command was called in. */
  readonly cwd: string;
  /** The person's own directory. */
  readonly home: string;
  /** Aborted with an `Interruption` by Ctrl-C or a request to end. */
  readonly signal: AbortSignal;
}

/**
 * Text for a terminal, without the control characters that would let a host move the cursor, change
 * the title or hide what stands on the screen.
 */
export function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\t\n]/gu, '');
}
