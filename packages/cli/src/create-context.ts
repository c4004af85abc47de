import type { Context } from './command.ts';
import { type Io, withoutControls } from './io.ts';
import type { Settings } from './settings/resolve-settings.ts';
import { createStyles, wantsStyles } from './styles.ts';

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
  let settings: Promise<Settings> | undefined;
  const stderr = createStyles(wantsStyles(io.stderr, io.env, options));
  return {
    io,
    styles: { stdout: createStyles(wantsStyles(io.stdout, io.env, options)), stderr },
    isQuiet,
    isVerbose: options.verbose === true,
    mayAsk: options.input !== false && io.stdin.isTTY === true && io.stderr.isTTY === true,
    say: (line) => {
      if (!isQuiet) io.stderr.write(`${stderr.dim('hermes4:')} ${withoutControls(line)}\n`);
    },
    settings: () => {
      settings ??= import('./settings/load-settings.ts').then(({ loadSettings }) =>
        loadSettings({ ...options }, io),
      );
      return settings;
    },
  };
}
