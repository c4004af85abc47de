import type { Context } from './command.ts';
import { type Io, withoutControls } from './io.ts';
import type { Settings } from './settings/resolve-settings.ts';
import { createStyles, wantsStyles } from './styles.ts';
import { fold } from './terminal/fold.ts';
import { createWaiting } from './terminal/waiting.ts';

/** Options that every command takes. */
export interface GlobalOptions {
  readonly quiet?: true;
  readonly verbose?: true;
  readonly color?: boolean;
  readonly input?: boolean;
}

/** Puts together what a command is given. */
export function createContext(options: GlobalOptions, io: Io): Context {
  const isQuiet = options.quiet === true;
  const isVerbose = options.verbose === true;
  let settings: Promise<Settings> | undefined;
  const stderr = createStyles(wantsStyles(io.stderr, io.env, options));
  // Who is told of each attempt sees that something happens.
  const waiting = createWaiting(io, { isSilent: isQuiet || isVerbose, dim: stderr.dim });
  return {
    io,
    styles: { stdout: createStyles(wantsStyles(io.stdout, io.env, options)), stderr },
    isQuiet,
    isVerbose,
    waiting,
    mayAsk: options.input !== false && io.stdin.isTTY === true && io.stderr.isTTY === true,
    say: (line) => {
      if (isQuiet) return;
      waiting.hide();
      io.stderr.write(fold(`${stderr.dim('hermes4:')} ${withoutControls(line)}\n`, io.stderr));
    },
    settings: () => {
      settings ??= import('./settings/load-settings.ts').then(({ loadSettings }) =>
        loadSettings({ ...options }, io),
      );
      return settings;
    },
  };
}
