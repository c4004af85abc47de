import { getEventListeners } from 'node:events';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Fetch, type Hermes, HermesError } from '../src/index.ts';
import { recordedStreams, utf8 } from './bytes.ts';
import { type FakeClock, fakeClock, settle } from './fake-clock.ts';
import { clientOf, hello } from './fake-host.ts';

const KEY = 'sk-do-not-show-0123456789';
const REASON = new Error("the caller's own reason");
const streams = [...recordedStreams.values()];

/** What a host does with one request. */
type Fault =
  | { kind: 'network' }
  | { kind: 'hang' }
  | { kind: 'status'; status: number; retryAfter: string; body: string }
  | { kind: 'body'; stream: number; cut: number; then: 'end' | 'hang' | 'break'; type: string };

const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ kind: fc.constant('network' as const) }),
  fc.record({ kind: fc.constant('hang' as const) }),
  fc.record({
    kind: fc.constant('status' as const),
    status: fc.constantFrom(304, 400, 401, 402, 403, 404, 408, 409, 429, 500, 503, 529),
    retryAfter: fc.constantFrom('', '1', '100', 'soon'),
    body: fc.constantFrom(
      '',
      '<html>',
      `{"message":"the key ${KEY} is bad","requestId":"${KEY}"}`,
      `{"error":{"message":"${KEY}","code":"${KEY}"}}`,
    ),
  }),
  fc.record({
    kind: fc.constant('body' as const),
    stream: fc.nat(streams.length - 1),
    cut: fc.nat(2_000),
    then: fc.constantFrom('end' as const, 'hang' as const, 'break' as const),
    type: fc.constantFrom('text/event-stream', 'application/json', 'text/html', ''),
  }),
);

/** What the caller does, and when it changes its mind. */
const script = fc.record({
  faults: fc.array(fault, { minLength: 1, maxLength: 4 }),
  mode: fc.constantFrom('create', 'final', 'leave', 'throw', 'all', 'unread' as const),
  obeysSignal: fc.boolean(),
  abortAfter: fc.option(fc.nat(6), { nil: undefined }),
  total: fc.option(fc.integer({ min: 1, max: 100_000 }), { nil: undefined }),
});

interface World {
  fetch: Fetch;
  /** Answers, too late, every request that still waits. */
  answerLate(): void;
  open(): number;
}

function worldOf(faults: readonly Fault[], obeysSignal: boolean): World {
  let requests = 0;
  let open = 0;
  const late: ((response: Response) => void)[] = [];

  function bodyOf(pieces: Uint8Array[], then: string, signal: AbortSignal | undefined): BodyInit {
    open += 1;
    let isOpen = true;
    const close = (): void => {
      if (isOpen) open -= 1;
      isOpen = false;
    };
    return new ReadableStream<Uint8Array>(
      {
        start(controller) {
          signal?.addEventListener('abort', () => {
            if (isOpen) controller.error(signal.reason);
            close();
          });
        },
        pull(controller) {
          const piece = pieces.shift();
          if (piece) controller.enqueue(piece);
          else if (then === 'hang') return new Promise<void>(() => undefined);
          else if (then === 'break') {
            close();
            controller.error(new Error(`reset while sending ${KEY}`));
          } else {
            close();
            controller.close();
          }
          return undefined;
        },
        cancel: close,
      },
      { highWaterMark: 0 },
    );
  }

  const fetch: Fetch = (_url, init = {}) => {
    const signal = obeysSignal ? (init.signal ?? undefined) : undefined;
    const next = faults[Math.min(requests++, faults.length - 1)] as Fault;
    if (next.kind === 'network') return Promise.reject(new TypeError(`no route for ${KEY}`));
    if (next.kind === 'hang') {
      return new Promise((resolve, reject) => {
        if (!signal) late.push(resolve);
        signal?.addEventListener('abort', () => reject(new DOMException('x', 'AbortError')));
      });
    }
    if (next.kind === 'status') {
      const { status, retryAfter } = next;
      const headers = retryAfter ? { 'retry-after': retryAfter } : {};
      const body = status === 304 ? null : bodyOf([utf8(next.body)], 'end', signal);
      return Promise.resolve(new Response(body, { status, headers }));
    }
    const bytes = streams[next.stream]!.subarray(0, next.cut);
    const middle = bytes.length >> 1;
    const pieces = [bytes.subarray(0, middle), bytes.subarray(middle)].filter(
      (it) => it.length > 0,
    );
    const headers = next.type ? { 'content-type': next.type } : {};
    return Promise.resolve(new Response(bodyOf(pieces, next.then, signal), { headers }));
  };

  return {
    fetch,
    answerLate: () => {
      for (const answer of late) answer(new Response(bodyOf([], 'hang', undefined)));
    },
    open: () => open,
  };
}

async function call(hermes: Hermes, mode: string, signal: AbortSignal): Promise<unknown> {
  const { completions } = hermes.chat;
  if (mode === 'create') return completions.create(hello, { signal });
  if (mode === 'final') return completions.stream(hello, { signal }).finalCompletion();
  const chunks = await completions.create({ ...hello, stream: true }, { signal });
  if (mode === 'unread') {
    chunks.abort();
    return undefined;
  }
  for await (const _ of chunks) {
    if (mode === 'leave') break;
    if (mode === 'throw') throw REASON;
  }
  return undefined;
}

/** Runs the call to its end, however much time that takes on a clock that costs none. */
async function settled(
  running: Promise<unknown>,
  clock: FakeClock,
  onTurn: (turn: number) => void,
): Promise<unknown> {
  let outcome: { value: unknown } | undefined;
  running.then(
    () => (outcome = { value: undefined }),
    (error: unknown) => (outcome = { value: error }),
  );
  for (let turn = 0; !outcome; turn++) {
    expect(turn, 'the call hangs').toBeLessThan(100);
    onTurn(turn);
    if (!(await clock.next())) await settle();
  }
  return outcome.value;
}

test('whatever a host does, a call ends with an answer, our error or the reason of its abort, and leaves nothing', async () => {
  await fc.assert(
    fc.asyncProperty(script, async ({ faults, mode, obeysSignal, abortAfter, total }) => {
      const clock = fakeClock();
      const world = worldOf(faults, obeysSignal);
      const controller = new AbortController();
      const told: unknown[] = [];
      const tell = (event: unknown): void => void told.push(event);
      const hermes = clientOf(world.fetch, {
        apiKey: KEY,
        runtime: clock.runtime,
        maxRetries: 2,
        observe: {
          onAttempt: tell,
          onResponse: tell,
          onRetry: tell,
          onWarning: tell,
          onFailure: tell,
        },
        ...(total !== undefined && { timeout: total }),
      });
      const running = call(hermes, mode, controller.signal);
      const error = await settled(running, clock, (turn) => {
        if (turn === abortAfter) controller.abort(REASON);
      });
      if (error !== undefined && error !== REASON) expect(error).toBeInstanceOf(HermesError);
      if (error === REASON && mode !== 'throw') expect(controller.signal.aborted).toBe(true);

      world.answerLate();
      await settle();
      expect(world.open(), 'bodies left open').toBe(0);
      expect(clock.live(), 'timers left').toBe(0);
      expect(getEventListeners(controller.signal, 'abort'), 'listeners left').toHaveLength(0);

      const seen = [error, ...told].map(everything).join('\n');
      expect(seen).not.toContain(KEY);
    }),
    { numRuns: 400 },
  );
}, 120_000);

/** All that printing, serializing or inspecting a value could show. */
function everything(value: unknown): string {
  if (value === null || typeof value !== 'object') return String(value);
  const fields = Object.getOwnPropertyNames(value).map((name) =>
    name === 'brand' ? '' : everything((value as Record<string, unknown>)[name]),
  );
  const printed = value instanceof Error ? String(value) : '';
  return [printed, JSON.stringify(value), ...fields].join('\n');
}
