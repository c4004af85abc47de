import { useEffect, useRef, useState } from 'react';
import { reach } from '../../connection/connection-fetch.ts';
import { currentConnection } from '../../connection/connection-store.ts';

/** How far a request is that was sent from the page. */
export interface TryState {
  readonly status: 'idle' | 'running' | 'ended';
  /** Status, time and the host's name for the call, in words. */
  readonly said: string;
  /** The bytes that came back, as text. */
  readonly output: string;
}

const IDLE: TryState = { status: 'idle', said: '', output: '' };

/** Sends bodies to whoever the reader has chosen, and shows what comes back while it comes. */
export function useTry(): {
  readonly state: TryState;
  readonly send: (body: object) => Promise<void>;
  readonly stop: () => void;
} {
  const [state, setState] = useState(IDLE);
  const running = useRef<AbortController>(undefined);
  const stop = (): void => running.current?.abort();
  useEffect(() => stop, []);

  async function send(body: object): Promise<void> {
    const controller = new AbortController();
    running.current = controller;
    setState({ ...IDLE, status: 'running', said: 'Sending …' });
    const startedAt = performance.now();
    const took = (): string => `${((performance.now() - startedAt) / 1_000).toFixed(2)} s`;
    try {
      const response = await request(body, controller.signal);
      const facts = factsOf(response);
      let output = '';
      for await (const text of textOf(response)) {
        output += text;
        setState({ status: 'running', said: `${facts}, ${took()}`, output });
      }
      setState({ status: 'ended', said: `${facts}, ${took()}`, output: pretty(output) });
    } catch (error) {
      const said = controller.signal.aborted
        ? `Stopped after ${took()}`
        : `Not answered: ${String(error)}`;
      setState((before) => ({ ...before, status: 'ended', said }));
    }
  }

  return { state, send, stop };
}

async function request(body: object, signal: AbortSignal): Promise<Response> {
  const { baseURL, fetch } = reach(currentConnection());
  return fetch(`${baseURL.replace(/\/$/, '')}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  });
}

function factsOf({ status, headers }: Response): string {
  const id = headers.get('x-inference-id');
  return id === null ? `Status ${status}` : `Status ${status}, ${id}`;
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
