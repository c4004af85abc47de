import { Command, CommanderError } from 'commander';
import { chooseCommand, withPresets } from './choose-command.ts';
import type { Act } from './command.ts';
import { commands } from './commands.ts';
import { createContext, type GlobalOptions } from './create-context.ts';
import { EXIT } from './exit-code.ts';
import type { Io } from './io.ts';
import { settingOption } from './setting-option.ts';
import { createStyles, wantsStyles } from './styles.ts';
import { fold } from './terminal/fold.ts';
import { readVersion } from './version.ts';

const DESCRIPTION = `Talk to Hermes 4 from the terminal, and serve its API on this machine.

Examples:
  hermes4 "Why is the sky blue?"        the same as hermes4 ask
  git diff | hermes4 "Write a commit message"
  hermes4                               a conversation, as hermes4 chat
  hermes4 ask --local "Say hi"          no key, no network: a simulator
  hermes4 serve --port 4405             the API on this machine`;

const EPILOGUE = `
Key: AIMLAPI_API_KEY, or another host's own variable. Create one at
https://aimlapi.com/app/keys. Another address: --base-url, AIMLAPI_BASE_URL.

Exit codes: 0 ok, 1 unexpected, 2 usage or settings, 3 key, 4 credits or quota,
5 host not reached or failed, 6 rate limited, 7 answer invalid, 8 some of many
failed, 9 stopped by a limit of yours, 10 in use by another process, 130 and 143
interrupted.
`;

/** Runs the command line and resolves with the exit code; it never rejects. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  let exitCode: number = EXIT.ok;
  const program = createProgram(io, (code) => (exitCode = code));
  try {
    await program.parseAsync(chooseCommand(withPresets(args, program), program, io), {
      from: 'user',
    });
    return exitCode;
  } catch (error) {
    // Commander has said what it has to say, help and version included.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    const { describeError, exitCodeOf } = await import('./report-error.ts');
    const { verbose: isVerbose = false, ...options } = program.opts<GlobalOptions>();
    const styles = createStyles(wantsStyles(io.stderr, io.env, options));
    io.stderr.write(describeError(error, { isVerbose, styles, output: io.stderr }));
    return exitCodeOf(error);
  }
}

/** The whole command line; what completes it in shells is made of it as well. */
export function createProgram(io: Io, leave: (exitCode: number) => void): Command {
  const program = new Command('hermes4')
    .description(DESCRIPTION)
    .version(readVersion(), '-V, --version')
    .option('-q, --quiet', 'say nothing but data and errors')
    .option('-v, --verbose', 'say what happens on the way')
    .option('--no-color', 'no styles')
    .option('--no-input', 'never ask anything')
    .addOption(settingOption('host', '--host <name>'))
    .addOption(settingOption('base-url', '--base-url <url>'))
    .addOption(settingOption('model', '-m, --model <id>'))
    .addOption(settingOption('key-file', '--key-file <path>'))
    .addHelpText('after', EPILOGUE)
    .configureHelp({ showGlobalOptions: true, subcommandTerm: (command) => command.name() })
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => io.stdout.columns ?? 80,
      getErrHelpWidth: () => io.stderr.columns ?? 80,
      outputError: (text, write) => write(fold(mistakeOf(text), io.stderr)),
    })
    .exitOverride();
  const act: Act =
    (runCommand) =>
    async (...handed) => {
      const command = handed.at(-1) as Command;
      const options = command.opts();
      const context = createContext(given(command), io);
      const exitCode = await runCommand({
        args: command.args,
        options: options as Parameters<typeof runCommand>[0]['options'],
        program,
        context,
      });
      leave(exitCode ?? EXIT.ok);
    };
  for (const declare of commands) declare(program, act);
  pointToHelp(program, 'hermes4');
  return program;
}

/** What commander says of a mistake, as everything else is said. */
function mistakeOf(text: string): string {
  const said = text.replace(/^error: /, 'hermes4: ');
  // A question of several words that nobody put in quotes.
  return /^hermes4: too many arguments for 'ask'/.test(said)
    ? said.replace(/\.\n$/, '. Put the question in quotes: hermes4 "Why is it so?"\n')
    : said;
}

/** What is said of a mistake in a call ends with where to look. */
function pointToHelp(command: Command, path: string): void {
  command.showHelpAfterError(`${path} --help says what can stand there.`);
  for (const one of command.commands) pointToHelp(one, `${path} ${one.name()}`);
}

/** The options that somebody gave: `--no-history` that was not given says nothing, and not `true`. */
function given(command: Command): GlobalOptions {
  const options = Object.entries(command.optsWithGlobals());
  return Object.fromEntries(
    options.filter(([name]) => command.getOptionValueSourceWithGlobals(name) !== 'default'),
  );
}
