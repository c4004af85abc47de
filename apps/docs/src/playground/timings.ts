import type { ChatMessage } from '@hermes4/browser/react';

/** When the first of an answer was seen, and when it had ended, in milliseconds since it was asked for. */
export interface Timing {
  readonly firstMs?: number;
  readonly totalMs?: number;
}

export type Timings = Readonly<Record<string, Timing>>;

/** What is known once these messages have been seen; the same object when that is nothing new. */
export function noteTimings(
  timings: Timings,
  messages: readonly ChatMessage[],
  now: number,
): Timings {
  return messages.reduce((known, message) => {
    if (message.role === 'user') return known;
    const before = known[message.id] ?? {};
    const ms = Math.max(0, now - message.createdAt);
    const isBegun = message.steps.some(
      ({ text, reasoning, toolCalls }) => text !== '' || reasoning !== '' || toolCalls.length > 0,
    );
    const firstMs = before.firstMs ?? (isBegun ? ms : undefined);
    const totalMs = before.totalMs ?? (message.state === 'streaming' ? undefined : ms);
    if (firstMs === before.firstMs && totalMs === before.totalMs) return known;
    const timing = {
      ...(firstMs !== undefined && { firstMs }),
      ...(totalMs !== undefined && { totalMs }),
    };
    return { ...known, [message.id]: timing };
  }, timings);
}
