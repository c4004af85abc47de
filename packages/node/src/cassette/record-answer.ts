import {
  type AnswerRecorder,
  createAnswerRecorder,
  type RecordedResponse,
  readableBody,
} from '@hermes4/core/internal';
import type { Clock } from '../clock.ts';
import { passOn } from '../pass-on.ts';

/** How one answer is recorded. */
export interface Recording {
  /** Stores the record of a whole answer; what it throws is what the reader gets. */
  readonly keep: (response: RecordedResponse) => void;
  /** The answer came to nothing. */
  readonly drop: () => void;
  /** Words that must not be recorded. */
  readonly secrets: readonly string[];
  /** The most bytes that the answer may have. */
  readonly maxBytes: number;
  readonly clock: Clock;
  /** When the request was sent. */
  readonly startedAt: number;
}

/** Records an answer while it is read; what is read is what came. */
export function recordAnswer(response: Response, recording: Recording): Response {
  const { status, statusText, headers, body } = response;
  const { keep, drop, secrets, maxBytes, clock, startedAt } = recording;
  const elapsed = (): number => clock.now() - startedAt;
  const recorder = createAnswerRecorder(
    { status, headers, atMs: elapsed() },
    { secrets, maxBytes, readable: readableBody },
  );
  if (!body) {
    keep(recorder.response());
    return response;
  }
  const passed = passOn(body, {
    onBytes(bytes) {
      try {
        recorder.push(bytes, elapsed());
      } catch (error) {
        drop();
        throw error;
      }
    },
    onEnd: () => keep(recorder.response()),
    onBreak: () => settle(recorder, recording),
    onLeave: () => reportThrown(() => settle(recorder, recording)),
  });
  return new Response(passed, { status, statusText, headers });
}

/** Callers leave, and hosts hang up, as soon as `[DONE]` has passed. */
function settle(recorder: AnswerRecorder, { keep, drop }: Recording): void {
  if (recorder.saidDone()) keep(recorder.response());
  else drop();
}

/** Whoever has left reads no errors; a recording that was not stored must not go unnoticed all the same. */
function reportThrown(action: () => void): void {
  try {
    action();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
