import type { Command } from 'commander';
import type { Io } from './io.ts';
import type { Settings } from './settings/resolve-settings.ts';
import type { Styles } from './styles.ts';
import type { Waiting } from './terminal/waiting.ts';

/**
 * Adds a command to the program: its options, help and examples. This much is loaded on every start, so the
 * file that declares a command imports nothing; what the command does is imported when it is called.
 */
export type Declare = (program: Command, act: Act) => void;

/** Makes the handler that commander calls; what it resolves with is the exit code, 0 when it is nothing. */
export type Act = <Options extends object = object>(
  run: (call: Call<Options>) => Promise<number | void>,
) => (...args: unknown[]) => Promise<void>;

/** One call of a command. */
export interface Call<Options extends object> {
  /** The operands, in order; those that were left out are missing. */
  readonly args: readonly string[];
  /** The command's own options, as commander names them. */
  readonly options: Options;
  /** The whole command line, for what tells of it. */
  readonly program: Command;
  readonly context: Context;
}

/** What every command is given. */
export interface Context {
  readonly io: Io;
  readonly styles: { readonly stdout: Styles; readonly stderr: Styles };
  /** Told to say less: data and errors alone. */
  readonly isQuiet: boolean;
  /** Told to say more. */
  readonly isVerbose: boolean;
  /** Whether a question may be asked: somebody is there, and `--no-input` was not given. */
  readonly mayAsk: boolean;
  /** Says a line about the answer on standard error, unless it is to be quiet. */
  readonly say: (line: string) => void;
  /** Shows whoever looks on that something is awaited. */
  readonly waiting: Waiting;
  /** What flags, environment and files set, read when it is first asked for. */
  settings(): Promise<Settings>;
}

/** The headings under which help lists the commands. */
export const GROUPS = {
  talk: 'Talk to the model:',
  local: 'Work without it:',
  keep: 'What is kept:',
  account: 'The account:',
} as const;
