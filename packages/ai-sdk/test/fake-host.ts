import type { Fetch } from '@hermes4/core';

/** A request as a host sees it. */
export interface Sent {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: Record<string, unknown>;
}

/** What a host answers one request with. */
export type Answer = () => Response;

/** A host that answers one request after the other from a script, its last answer again and again. */
export function fakeHost(...answers: readonly Answer[]): { fetch: Fetch; sent: Sent[] } {
  const sent: Sent[] = [];
  const fetch: Fetch = (url, init) => {
    init?.signal?.throwIfAborted();
    const body = JSON.parse(init?.body as string) as Sent['body'];
    sent.push({ url, headers: Object.fromEntries(new Headers(init?.headers)), body });
    const answer = answers[sent.length - 1] ?? answers.at(-1);
    if (!answer) throw new Error('The script holds no answer.');
    return Promise.resolve(answer());
  };
  return { fetch, sent };
}

const HEADERS = { 'x-inference-id': 'inference-1' };
const HEAD = { id: 'answer-1', created: 1_700_000_000, model: 'hermes' };

/** Usage as the hosted API reports it. */
export const usage = {
  prompt_tokens: 10,
  completion_tokens: 7,
  total_tokens: 17,
  prompt_tokens_details: { cached_tokens: 4 },
  completion_tokens_details: { reasoning_tokens: 5 },
};

/** A whole answer. */
export function whole(message: object, finish_reason = 'stop', more: object = {}): Answer {
  const choices = [{ index: 0, message: { role: 'assistant', ...message }, finish_reason }];
  const meta = { usage: { credits_used: 292, usd_spent: 0.000146 } };
  const body = { ...HEAD, object: 'chat.completion', choices, usage, meta, ...more };
  return () => Response.json(body, { headers: HEADERS });
}

/** A streamed answer: its deltas, why it ended, its usage. */
export function streamed(deltas: readonly object[], finish_reason = 'stop'): Answer {
  return () => eventStream([...chunks(deltas, finish_reason), '[DONE]']);
}

/** A stream that ends like that, without a reason. */
export function brokenOff(deltas: readonly object[], ...more: readonly string[]): Answer {
  return () => eventStream([...deltas.map((delta) => chunk({ index: 0, delta })), ...more]);
}

/** The events of a streamed answer. */
export function chunks(deltas: readonly object[], finish_reason: string): string[] {
  return [
    ...deltas.map((delta) => chunk({ index: 0, delta, finish_reason: null })),
    chunk({ index: 0, delta: {}, finish_reason }),
    JSON.stringify({ ...HEAD, object: 'chat.completion.chunk', choices: [], usage }),
  ];
}

/** A refusal. */
export function refused(
  status: number,
  message: string,
  headers: Record<string, string> = {},
): Answer {
  return () => Response.json({ message, requestId: 'request-1' }, { status, headers });
}

function chunk(choice: object): string {
  return JSON.stringify({ ...HEAD, object: 'chat.completion.chunk', choices: [choice] });
}

/** One piece of the body for each event, given when it is asked for. */
export function eventStream(events: readonly string[], onCancel?: () => void): Response {
  const encoder = new TextEncoder();
  let next = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const event = events[next++];
        if (event === undefined) controller.close();
        else controller.enqueue(encoder.encode(`data: ${event}\n\n`));
      },
      cancel: () => onCancel?.(),
    },
    { highWaterMark: 0 },
  );
  return new Response(body, { headers: { ...HEADERS, 'content-type': 'text/event-stream' } });
}
