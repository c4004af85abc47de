import { usePluginData } from '@docusaurus/useGlobalData';
import { useCallback, useEffect, useRef, useState } from 'react';
import { currentConnection } from '../connection/connection-store.ts';
import type { Program, RunEnd, RunnerFiles } from './run-program.ts';

/** What a run has shown so far. */
export interface RunState {
  readonly status: 'idle' | 'running' | RunEnd['type'];
  readonly output: string;
  /** What failed, and the line that it failed in. */
  readonly failure?: string | undefined;
  readonly seconds?: number | undefined;
}

export const NOT_RUN: RunState = { status: 'idle', output: '' };

/** More than a reader reads, and less than a page can take. */
const MAX_OUTPUT = 200_000;

/** Runs programs one at a time, and shows what they print as they print it. */
export function useRun(): {
  readonly state: RunState;
  readonly run: (program: Program) => void;
  readonly stop: () => void;
  readonly reset: () => void;
} {
  const files = usePluginData('runner-bundles') as RunnerFiles;
  const [state, setState] = useState(NOT_RUN);
  const stopping = useRef<(() => void) | undefined>(undefined);
  const stop = useCallback(() => stopping.current?.(), []);
  useEffect(() => stop, [stop]);

  const run = (program: Program): void => {
    stop();
    const startedAt = performance.now();
    let isStopped = false;
    setState({ status: 'running', output: '' });
    stopping.current = () => {
      isStopped = true;
      setState((before) => ({ ...before, status: 'stopped' }));
    };
    const ended = (how: RunEnd): void => {
      stopping.current = undefined;
      const seconds = (performance.now() - startedAt) / 1_000;
      const failure = how.type === 'failed' ? describe(how) : undefined;
      setState(({ output }) => ({ status: how.type, output, failure, seconds }));
    };
    const output = (text: string): void =>
      setState((before) => ({ ...before, output: (before.output + text).slice(-MAX_OUTPUT) }));
    void import('./run-program.ts').then(
      ({ runProgram }) => {
        if (isStopped) return;
        const events = { output, ended };
        stopping.current = runProgram(program, currentConnection(), files, events);
      },
      (error: unknown) =>
        ended({ type: 'failed', message: `The runner could not be loaded: ${String(error)}` }),
    );
  };

  const reset = useCallback(() => {
    stop();
    setState(NOT_RUN);
  }, [stop]);
  return { state, run, stop, reset };
}

function describe({ message, line }: Extract<RunEnd, { type: 'failed' }>): string {
  return line === undefined ? message : `${message}\n    in line ${line}`;
}
