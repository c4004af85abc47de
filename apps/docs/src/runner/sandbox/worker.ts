import {
  createInPageFetch,
  IN_PAGE_ROUTER_URL,
  IN_PAGE_URL,
} from '../../connection/in-page-hosts.ts';
import type { FromPage, FromSandbox, Job } from '../messages.ts';
import { createFetchThroughPage } from './fetch-through-page.ts';
import { formatAll, inspect } from './inspect.ts';
import { createRequire } from './packages.ts';
import { lineIn } from './place-of.ts';
import { randomUUID } from './random-uuid.ts';

// Types promise what only secure contexts have.
Object.defineProperty(crypto, 'randomUUID', { value: randomUUID, configurable: true });

type Program = (require: unknown, exports: unknown, process: unknown) => Promise<void>;

// The frame hands over one job, with the port to the page.
self.onmessage = ({ data, ports: [port] }: MessageEvent<Job>) => {
  if (!port) return;
  const tell = (message: FromSandbox): void => port.postMessage(message);
  void run(data, tell, port).catch((error: unknown) => fail(error, data.file, tell));
  // A promise that nobody waits for fails the program, as it does in Node.
  self.onunhandledrejection = (event) => fail(event.reason, data.file, tell);
};

async function run(
  job: Job,
  tell: (message: FromSandbox) => void,
  port: MessagePort,
): Promise<void> {
  const through = createFetchThroughPage(tell);
  port.onmessage = ({ data }: MessageEvent<FromPage>) => through.hear(data);
  globalThis.fetch = job.answeredBy === 'page' ? through.fetch : createInPageFetch();

  const write = (stream: 'stdout' | 'stderr') => (text: unknown) => {
    tell({ type: 'output', stream, text: String(text) });
    return true;
  };
  const print =
    (stream: 'stdout' | 'stderr') =>
    (...values: unknown[]) =>
      tell({ type: 'output', stream, text: `${formatAll(values)}\n` });
  Object.assign(console, {
    log: print('stdout'),
    info: print('stdout'),
    debug: print('stdout'),
    warn: print('stderr'),
    error: print('stderr'),
  });
  const process = {
    env: { ...inPageEnv(job), ...job.env },
    argv: ['node', job.file],
    stdout: { write: write('stdout') },
    stderr: { write: write('stderr') },
  };
  Object.assign(globalThis, { process, readBeside: (path: string) => readBeside(job, path) });

  await evaluate(job)(createRequire(job.packages), {}, process);
  tell({ type: 'done' });
}

function inPageEnv({ answeredBy }: Job): Record<string, string> {
  if (answeredBy === 'page') return {};
  return {
    AIMLAPI_API_KEY: 'not-needed',
    AIMLAPI_BASE_URL: IN_PAGE_URL,
    OPENROUTER_API_KEY: 'not-needed',
    OPENROUTER_BASE_URL: IN_PAGE_ROUTER_URL,
  };
}

/** What Node's `readFileSync` is here: the files that stand beside a program, wherever it looks for them. */
function readBeside({ beside }: Job, path: string): string {
  const text = beside[path.split('/').at(-1) ?? ''];
  if (text !== undefined) return text;
  throw Object.assign(new Error(`ENOENT: there is no file ${path} in this page`), {
    code: 'ENOENT',
  });
}

/** On one line with the head of the function, so that the lines of errors are those of the program. */
function evaluate({ code, file }: Job): Program {
  const program = `(async (require, exports, process) => {${code}\n})\n//# sourceURL=${file}`;
  // biome-ignore lint/security/noGlobalEval: to run what a reader wrote is what this worker is for, and all that it can reach.
  return (0, eval)(program) as Program;
}

function fail(error: unknown, file: string, tell: (message: FromSandbox) => void): void {
  const line = error instanceof Error ? lineIn(error.stack, file) : undefined;
  tell({ type: 'failed', message: `Uncaught ${inspect(error)}`, line });
}
