// `pnpm start`: builds the command line, quietly, and asks Hermes through it: the hosted API when
// AIMLAPI_API_KEY is set, else the local server. Everything here speaks on standard error, because
// standard output belongs to the answer.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fstatSync } from 'node:fs';
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const DEFAULT_PROMPT = 'Hello! What are you, and what are you running on?';
/** An inherited pipe that nobody writes to must not keep a first try waiting. */
const SILENCE_MS = 3_000;

const root = fileURLToPath(new URL('../../', import.meta.url));
const cli = fileURLToPath(new URL('../cli/dist/hermes4.js', import.meta.url));
const turbo = createRequire(new URL('package.json', `file://${root}`)).resolve('turbo/bin/turbo');

const [prompt] = await Promise.all([readPrompt(), build()]);
const isGiven = process.argv.slice(2).some((argument) => !argument.startsWith('-'));
await ask(prompt || (isGiven ? '' : DEFAULT_PROMPT));

/** What was piped in, or an empty string when standard input is a terminal, closed or silent. */
async function readPrompt() {
  if (!isPiped()) return '';
  const silence = AbortSignal.timeout(SILENCE_MS);
  const spoke = once(process.stdin, 'readable', { signal: silence });
  try {
    await spoke;
  } catch {
    process.stdin.destroy();
    console.error(
      `Nothing arrived on standard input in ${SILENCE_MS / 1_000} s: asking a first question.`,
    );
    return '';
  }
  return (await text(process.stdin)).trim();
}

function isPiped() {
  try {
    const input = fstatSync(0);
    return input.isFIFO() || input.isFile() || input.isSocket();
  } catch {
    return false;
  }
}

async function build() {
  const turboRun = [turbo, 'run', 'build', '--filter=@hermes4/cli', '--output-logs=errors-only'];
  await run(turboRun, {
    cwd: root,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** @param {string} prompt `ask` reads it from standard input, and puts it behind what the arguments hold. */
async function ask(prompt) {
  const local = process.env['AIMLAPI_API_KEY'] ? [] : ['--local'];
  await run([cli, 'ask', ...local, ...process.argv.slice(2)], {
    stdio: ['pipe', 'inherit', 'inherit'],
    input: prompt,
  });
}

/**
 * Runs Node and leaves with its exit code when that is not zero.
 *
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { input?: string }} options
 */
async function run(args, { input, ...options }) {
  const child = spawn(process.execPath, args, options);
  // The child may answer from its arguments and never read what it was offered.
  child.stdin?.on('error', () => {}).end(input);
  const output = [child.stdout, child.stderr].map((stream) => (stream ? text(stream) : ''));
  const [code, signal] = await once(child, 'close');
  if (code === 0) return;
  process.stderr.write((await Promise.all(output)).join(''));
  process.exit(code ?? 128 + (signal === 'SIGINT' ? 2 : 15));
}
