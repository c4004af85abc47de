import { hostProfiles } from '@hermes4/core';
import type { Connection, OwnKey } from '../connection/connection.ts';
import { createHostFetch } from '../connection/host-fetch.ts';
import { answerSandbox } from './answer-sandbox.ts';
import { compile } from './compile.ts';
import { type Frame, openFrame } from './frame.ts';
import type { FromSandbox, Job } from './messages.ts';

/** A program as a reader has it before them. */
export interface Program {
  readonly file: string;
  readonly source: string;
  /** The files that it reads, by their names. */
  readonly beside: Readonly<Record<string, string>>;
}

/** Where the programs are that the sandbox is made of. */
export interface RunnerFiles {
  readonly sandbox: string;
  readonly packages: Readonly<Record<string, string>>;
}

/** What a run tells as it goes; after `ended` nothing more comes. */
export interface RunEvents {
  output(text: string, stream: 'stdout' | 'stderr'): void;
  ended(how: RunEnd): void;
}

export type RunEnd =
  | { readonly type: 'done' }
  | { readonly type: 'stopped' }
  | { readonly type: 'failed'; readonly message: string; readonly line?: number | undefined };

/**
 * Runs a program in a sandbox of its own.
 *
 * @returns Stops it at once, whatever it does.
 */
export function runProgram(
  program: Program,
  connection: Connection,
  files: RunnerFiles,
  events: RunEvents,
): () => void {
  const over = new AbortController();
  const calls = new Map<number, AbortController>();
  let frame: Frame | undefined;

  void start().catch((error: unknown) =>
    end({ type: 'failed', message: `The example could not be loaded: ${String(error)}` }),
  );
  return () => end({ type: 'stopped' });

  async function start(): Promise<void> {
    const compiled = compile(program.source, program.file);
    if ('fault' in compiled) {
      end({ type: 'failed', ...compiled.fault });
      return;
    }
    const names = Object.keys(files.packages).filter((name) =>
      program.source.includes(`'${name}'`),
    );
    const [worker, ...texts] = await Promise.all(
      [files.sandbox, ...names.map((name) => files.packages[name])].map(textAt),
    );
    if (over.signal.aborted || worker === undefined) return;
    const job: Job = {
      code: compiled.code,
      file: program.file,
      beside: program.beside,
      env: connection.kind === 'own-key' ? envOf(connection) : {},
      packages: Object.fromEntries(names.map((name, index) => [name, texts[index] ?? ''])),
      answeredBy: connection.kind === 'own-key' ? 'page' : 'sandbox',
    };
    frame = openFrame(worker, job, hear);
  }

  function hear(message: FromSandbox): void {
    if (over.signal.aborted) return;
    if (message.type === 'output') events.output(message.text, message.stream);
    else if (message.type === 'done') end({ type: 'done' });
    else if (message.type === 'failed') end(message);
    else if (message.type === 'abort') calls.get(message.id)?.abort();
    else if (connection.kind === 'own-key') {
      const call = new AbortController();
      calls.set(message.id, call);
      const signal = AbortSignal.any([call.signal, over.signal]);
      void answerSandbox(message, createHostFetch(connection), signal, (answer) =>
        frame?.tell(answer),
      );
    }
  }

  function end(how: RunEnd): void {
    if (over.signal.aborted) return;
    over.abort();
    frame?.remove();
    events.ended(how);
  }

  async function textAt(url: string | undefined): Promise<string> {
    const response = await fetch(url ?? '', { credentials: 'omit', signal: over.signal });
    if (!response.ok) throw new Error(`status ${response.status} for ${url}`);
    return response.text();
  }
}

/** The program finds a host, and a word in the place of the key, which the page keeps to itself. */
function envOf({ host, baseURL }: OwnKey): Record<string, string> {
  const prefix = hostProfiles[host].apiKeyEnv?.replace(/_API_KEY$/, '') ?? 'AIMLAPI';
  return Object.fromEntries(
    [...new Set([prefix, 'AIMLAPI'])].flatMap((name) => [
      [`${name}_API_KEY`, 'kept-by-the-page'],
      [`${name}_BASE_URL`, baseURL],
    ]),
  );
}
