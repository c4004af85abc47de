import type { CompletionUsage } from '@hermes4/core';
import type { Call, CallRecord } from './call.ts';
import { ANONYMOUS } from './caller.ts';
import type { Clock } from './clock.ts';
import type { Refusal } from './refusal.ts';

/** How the answer to a call ended. */
export interface CallEnd {
  readonly end: CallRecord['end'];
  readonly status: number;
  readonly usage?: CompletionUsage | undefined;
  /** US dollars. */
  readonly usd?: number | undefined;
  readonly finishReason?: string | undefined;
  /** Milliseconds since 1970. */
  readonly firstContentAt?: number | undefined;
}

/** What becomes known of one call, from its first line to its last byte. */
export interface CallLog {
  /** The call was let in. */
  admitted(call: Call): void;
  /** A fault is played on it. */
  fault(name: string): void;
  /** It is over; the first of several ends counts. */
  ended(end: CallEnd): void;
  /** It was refused before its answer began. */
  refused(refusal: Refusal): void;
}

/** The caller had gone before there was a status to send. */
const CLIENT_CLOSED_REQUEST = 499;

/**
 * Begins the log of a call.
 *
 * @param known What its first line and the server tell.
 * @param told Is given the record when the call is over, with the call if it was let in.
 */
export function beginCallLog(
  known: Pick<CallRecord, 'id' | 'method' | 'path' | 'engine' | 'clientRequestId'>,
  clock: Clock,
  told: (record: CallRecord, call: Call | undefined) => void,
): CallLog {
  const startedAt = clock.now();
  let call: Call | undefined;
  let fault: string | undefined;
  let isOver = false;

  return {
    admitted: (admitted) => void (call = admitted),
    fault: (name) => void (fault = name),
    ended,
    refused: ({ status }) => {
      if (call?.signal.aborted) ended({ end: 'left', status: CLIENT_CLOSED_REQUEST });
      else ended({ end: 'refused', status });
    },
  };

  function ended({ firstContentAt, ...end }: CallEnd): void {
    if (isOver) return;
    isOver = true;
    const record = {
      ...known,
      ...end,
      caller: call?.caller ?? ANONYMOUS,
      model: call?.request.model,
      stream: call?.request.stream ?? false,
      startedAt,
      firstContentMs: firstContentAt === undefined ? undefined : firstContentAt - startedAt,
      durationMs: clock.now() - startedAt,
      fault,
    };
    told(record, call);
  }
}
