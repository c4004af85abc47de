import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { EXIT, exitCodeOf } from './exit-code.ts';
import { Interruption, type Io, UsageError, withoutControls } from './io.ts';
import { readVersion } from './version.ts';

const EXAMPLES = `
Examples:
  hermes4 ask "Why is the sky blue?"
  git diff | hermes4 ask --json
  hermes4 ask --local "Say hi"          no key, no network: the simulator answers
  hermes4 serve --port 4405             the API on this machine

Key: AIMLAPI_API_KEY (create one at https://aimlapi.com/app/keys). Another host: AIMLAPI_BASE_URL.

Exit codes: 0 ok, 1 unexpected, 2 usage, 3 key, 4 credits, 5 host not reached or failed,
6 rate limited, 130 and 143 interrupted.
`;

/** Runs the command line and resolves with the exit code; it never rejects. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  let exitCode: number = EXIT.ok;
  const program = createProgram(io, (code) => (exitCode = code));
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    return report(error, io);
  }
}

function createProgram(io: Io, leave: (exitCode: number) => void): Command {
  const program = new Command('hermes4')
    .description('Ask Hermes 4 from the terminal, and serve its API on this machine.')
    .version(readVersion(), '-V, --version')
    .addHelpText('after', EXAMPLES)
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
    })
    .exitOverride();

  program
    .command('ask')
    .description('Ask one question; the answer streams to standard output.')
    .argument('[prompt]', 'the question; read from standard input when left out')
    .option('--json', 'print the whole chat completion as JSON')
    .option('--local', 'ask the simulator on this machine: no key, no network')
    .action(async (prompt: string | undefined, options: { json?: true; local?: true }) => {
      const { ask } = await import('./commands/ask.ts');
      leave(await ask(prompt, options, io));
    });

  program
    .command('serve')
    .description('Serve the Hermes 4 API on 127.0.0.1, answered by the simulator.')
    .option('-p, --port <port>', 'the TCP port; 0 takes a free one', toPort, 4405)
    .action(async (options: { port: number }) => {
      const { serve } = await import('./commands/serve.ts');
      leave(await serve(options, io));
    });

  return program;
}

function toPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('Expected a whole number from 0 to 65535.');
}

function report(error: unknown, io: Io): number {
  // Commander has said what it has to say, help and version included.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof Interruption) return error.exitCode;
  const message = error instanceof Error ? error.message : String(error);
  io.stderr.write(`hermes4: ${withoutControls(message)}\n`);
  return error instanceof UsageError ? EXIT.usage : exitCodeOf(error);
}
