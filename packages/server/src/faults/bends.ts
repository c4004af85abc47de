import { errorEvent } from './error-event.ts';
import type { Fault, FaultName } from './fault.ts';
import { changeJson, type Frames, isChunk } from './frames.ts';

/** What the bends need from outside. */
export interface BendTools {
  /** Waits, in milliseconds; rejects when the caller leaves. */
  readonly wait: (ms: number) => Promise<void>;
}

type Of<Name extends FaultName> = Extract<Fault, { fault: Name }>;
type Bend<Name extends FaultName> = (
  frames: Frames,
  fault: Of<Name>,
  tools: BendTools,
) => AsyncGenerator<string | Uint8Array, void, undefined>;

const LOST = 'terminated';

/** What a connection that breaks looks like to whoever reads it. */
export function connectionLost(): TypeError {
  return new TypeError(LOST);
}

/** Whether an error is a connection that was broken on purpose. */
export function isConnectionLost(error: unknown): boolean {
  return error instanceof TypeError && error.message === LOST;
}

/** The faults that let an answer begin and then bend what comes of it. */
export const bends: { readonly [Name in FaultName]?: Bend<Name> } = {
  drop: async function* (frames, { afterEvents = 0 }) {
    yield* first(frames, afterEvents);
    throw connectionLost();
  },
  'cut-line': async function* (frames, { afterEvents = 1 }) {
    const next = yield* upTo(frames, afterEvents);
    yield next.slice(0, Math.ceil(next.length / 2));
    throw connectionLost();
  },
  'cut-character': async function* (frames, { afterEvents = 1 }) {
    const next = yield* upTo(frames, afterEvents, (frame) => /[^\0-\x7f]/.test(frame));
    const bytes = new TextEncoder().encode(next);
    const wide = bytes.findIndex((byte) => byte >= 0xc0);
    yield bytes.subarray(0, wide === -1 ? Math.ceil(bytes.length / 2) : wide + 1);
    throw connectionLost();
  },
  truncate: async function* (frames, { afterEvents = 1 }) {
    const next = yield* upTo(frames, afterEvents);
    yield next.slice(0, Math.ceil(next.length / 2));
  },
  'error-event': async function* (frames, { shape = 'aimlapi', done = false, afterEvents = 1 }) {
    yield* first(frames, afterEvents);
    yield errorEvent(shape);
    if (done) yield 'data: [DONE]\n\n';
  },
  'no-finish': (frames) =>
    changed(frames, (value) => ({
      ...value,
      choices: choicesOf(value).map((choice) => ({ ...choice, finish_reason: null })),
    })),
  'no-usage': (frames) =>
    changed(frames, ({ usage, meta, ...rest }) =>
      (usage !== undefined || meta !== undefined) && !choicesOf(rest).length ? undefined : rest,
    ),
  'no-done': async function* (frames) {
    for await (const frame of frames) if (frame !== 'data: [DONE]\n\n') yield frame;
  },
  'repeat-finish': async function* (frames) {
    for await (const frame of frames) {
      yield frame;
      if (/"finish_reason":"/.test(frame) && frame.startsWith('data: ')) {
        yield changeJson(frame, (value) => ({
          ...value,
          choices: choicesOf(value).map(({ delta: _, ...choice }) => choice),
        }));
      }
    }
  },
  'role-only': async function* (frames) {
    for await (const frame of frames) {
      if (!isChunk(frame) || /"role":/.test(frame)) yield frame;
    }
  },
  comments: async function* (frames) {
    for await (const frame of frames) {
      yield ': OPENROUTER PROCESSING\n\n';
      yield frame;
    }
  },
  crlf: (frames) => replaced(frames, '\r\n'),
  cr: (frames) => replaced(frames, '\r'),
  bom: async function* (frames) {
    yield '\uFEFF';
    yield* frames;
  },
  pieces: async function* (frames, { bytes = 1, ms = 0 }, { wait }) {
    const encoder = new TextEncoder();
    const size = Math.max(1, bytes);
    for await (const frame of frames) {
      const all = encoder.encode(frame);
      for (let from = 0; from < all.length; from += size) {
        if (ms > 0) await wait(ms);
        yield all.subarray(from, from + size);
      }
    }
  },
  gap: async function* (frames, { ms, comments = false, afterEvents = 1 }, { wait }) {
    yield* first(frames, afterEvents);
    const steps = comments ? 10 : 1;
    for (let step = 0; step < steps; step++) {
      await wait(ms / steps);
      if (comments) yield ': still here\n\n';
    }
    yield* frames;
  },
};

/** So many events; the rest stays where it is. */
async function* first(frames: Frames, events: number): Frames {
  for (let count = 0; count < events; ) {
    const { done, value } = await frames.next();
    if (done) return;
    if (isChunk(value)) count += 1;
    yield value;
  }
}

/**
 * So many events, and then as many as it takes to find the one to bend; gives the last when none fits. An
 * answer that is no stream is the one to bend.
 */
async function* upTo(
  frames: Frames,
  events: number,
  fits: (frame: string) => boolean = isChunk,
): AsyncGenerator<string, string, undefined> {
  let count = 0;
  let before = '';
  for await (const frame of frames) {
    if (frame.startsWith('{')) return frame;
    if (before !== '') yield before;
    before = '';
    if (count >= events && fits(frame)) return frame;
    if (count < events) yield frame;
    // Kept back, because it may turn out to be the last one.
    else before = frame;
    if (isChunk(frame)) count += 1;
  }
  return before;
}

async function* changed(frames: Frames, change: Parameters<typeof changeJson>[1]): Frames {
  for await (const frame of frames) {
    const bent = changeJson(frame, change);
    if (bent !== '') yield bent;
  }
}

async function* replaced(frames: Frames, lineEnd: string): Frames {
  for await (const frame of frames) yield frame.replaceAll('\n', lineEnd);
}

function choicesOf(value: Record<string, unknown>): Record<string, unknown>[] {
  return Array.isArray(value['choices']) ? (value['choices'] as Record<string, unknown>[]) : [];
}
