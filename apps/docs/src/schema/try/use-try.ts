import { useEffect, useRef, useState } from 'react';
import { reachAccount } from '../../connection/connection-fetch.ts';
import { currentConnection } from '../../connection/connection-store.ts';
import type { Operation, Request } from '../field.ts';
import { requestLine } from '../samples/request-line.ts';
import { factsOf, type Timing } from './facts-of.ts';
import { readTyped, type Typed } from './typed.ts';

/** How far a request is that was sent from the page. */
export interface TryState {
  readonly status: 'idle' | 'running' | 'ended';
  /** Status, times, tokens and cost, in words; each is there as soon as it is known. */
  readonly facts: readonly string[];
  /** Why nothing was sent, or why no answer came. */
  readonly fault?: string | undefined;
  /** The bytes that came back, as text. */
  readonly output: string;
}

const IDLE: TryState = { status: 'idle', facts: [], output: '' };

/** Sends requests to whoever the reader has chosen, and shows what comes back while it comes. */
export function useTry(operation: Operation): {
  readonly state: TryState;
  readonly send: (typed: Typed) => Promise<void>;
  readonly stop: () => void;
} {
  const [state, setState] = useState(IDLE);
  const running = useRef<AbortController>(undefined);
  const stop = (): void => running.current?.abort();
  useEffect(() => stop, []);

  async function send(typed: Typed): Promise<void> {
    const controller = new AbortController();
    running.current = controller;
    setState({ ...IDLE, status: 'running', facts: ['Sending …'] });
    try {
      const checked = await checkedRequest(operation, typed);
      if ('fault' in checked) setState({ ...IDLE, status: 'ended', fault: checked.fault });
      else await exchange(checked.request, controller.signal, setState);
    } catch (error) {
      const fault = controller.signal.aborted
        ? 'Stopped: this is what had come until then.'
        : `Not answered: ${(error as Error).message}`;
      setState((before) => ({ ...before, status: 'ended', fault }));
    }
  }

  async function exchange(
    request: Request,
    signal: AbortSignal,
    show: (state: TryState) => void,
  ): Promise<void> {
    const startedAt = performance.now();
    const since = (): number => performance.now() - startedAt;
    const response = await ask(operation, request, signal);
    let output = '';
    let timing: Timing = {};
    show({ status: 'running', facts: factsOf(response, timing, output), output });
    for await (const text of textOf(response)) {
      output += text;
      timing = { firstMs: timing.firstMs ?? since() };
      show({ status: 'running', facts: factsOf(response, timing, output), output });
    }
    timing = { ...timing, totalMs: since() };
    show({ status: 'ended', facts: factsOf(response, timing, output), output: pretty(output) });
  }

  return { state, send, stop };
}

/** The client, which says what is wrong with a request, is loaded by the first one that is sent. */
async function checkedRequest(
  operation: Operation,
  typed: Typed,
): Promise<{ readonly request: Request } | { readonly fault: string }> {
  const read = readTyped(operation, typed);
  if ('fault' in read) return read;
  const { findFault } = await import('./find-fault.ts');
  const fault = await findFault(operation, read.request);
  return fault === undefined ? read : { fault };
}

async function ask(operation: Operation, request: Request, signal: AbortSignal): Promise<Response> {
  const { path, query, headers } = requestLine(operation, request.values);
  const { baseURL, fetch } = reachAccount(currentConnection());
  // The paths bring their own version.
  const root = baseURL.replace(/\/+$/, '').replace(/\/v\d+$/, '');
  const search = query.length > 0 ? `?${new URLSearchParams(query.map((pair) => [...pair]))}` : '';
  return fetch(`${root}${path}${search}`, {
    method: operation.method,
    headers: {
      ...(request.body && { 'content-type': 'application/json' }),
      ...Object.fromEntries(headers),
    },
    ...(request.body && { body: JSON.stringify(request.body) }),
    signal,
  });
}

async function* textOf({ body }: Response): AsyncGenerator<string> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) return;
  for (let step = await reader.read(); !step.done; step = await reader.read()) yield step.value;
}

/** One JSON value in lines; events as they came. */
function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
