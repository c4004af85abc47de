import { createHermes, type Fetch, type Hermes, type HermesOptions } from '../src/index.ts';

/** What a fake host did with the body it sent. */
export interface SentBody {
  /** Whether its reader let go of it before its end. */
  cancelled: boolean;
}

/** A body that sends these pieces, one for each time it is asked; `hang` keeps it open after them. */
export function bodyOf(
  pieces: readonly Uint8Array[],
  { hang = false } = {},
): { body: ReadableStream<Uint8Array>; sent: SentBody } {
  const sent: SentBody = { cancelled: false };
  let next = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const piece = pieces[next++];
        if (piece) controller.enqueue(piece);
        else if (hang) return new Promise<void>(() => undefined);
        else controller.close();
        return undefined;
      },
      cancel() {
        sent.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { body, sent };
}

/** A `fetch` that answers every request with the same stream. */
export function streams(pieces: readonly Uint8Array[], type = 'text/event-stream'): Fetch {
  return () =>
    Promise.resolve(new Response(bodyOf(pieces).body, { headers: { 'content-type': type } }));
}

/** A client whose requests go to this `fetch`, once. */
export function clientOf(fetch: Fetch, options: HermesOptions = {}): Hermes {
  return createHermes({ apiKey: 'test-key', fetch, maxRetries: 0, ...options });
}

/** The shortest conversation. */
export const hello = { messages: [{ role: 'user' as const, content: 'Hello' }] };

/** The shortest answer, whole. */
export const answer = {
  id: 'a',
  object: 'chat.completion',
  created: 1,
  model: 'm',
  choices: [{ index: 0, message: { role: 'assistant', content: 'Hi' }, finish_reason: 'stop' }],
};
