/** A streamed answer, and how the network cuts it. */
export interface Workload {
  /** What one request brings, network chunk by network chunk. */
  readonly pieces: readonly Uint8Array[];
  /** The text that a client must have put together. */
  readonly text: string;
}

const encoder = new TextEncoder();

/** What ends each stream. */
export const DONE = 'data: [DONE]\n\n';

/** A streamed answer of so many chunks of about 250 bytes, as hosts of this model send them. */
export function streamOf(chunks: number): { events: readonly string[]; text: string } {
  const words = Array.from({ length: chunks }, (_, index) => ` word${index}`);
  const events = [
    chunkEvent({ role: 'assistant', content: '' }, null),
    ...words.map((content) => chunkEvent({ content }, null)),
  ];
  const last = chunkEvent({}, 'stop');
  return { events: [...events, last, DONE], text: words.join('') };
}

/** One event with what hosts of this model put around a delta. */
export function chunkEvent(delta: object, finish_reason: string | null): string {
  const chunk = {
    id: 'chatcmpl-9f1c2d3e4a5b6c7d8e9f',
    object: 'chat.completion.chunk',
    created: 1_764_000_000,
    model: 'nousresearch/hermes-4-405b',
    system_fingerprint: 'fp_1a2b3c4d5e',
    choices: [{ index: 0, delta, finish_reason, logprobs: null }],
  };
  return `data: ${JSON.stringify(chunk)}\n\n`;
}

/** The same answer with one event in each network chunk. */
export function oneEventEach(chunks: number): Workload {
  const { events, text } = streamOf(chunks);
  return { text, pieces: events.map(encode) };
}

/** The same answer in network chunks of so many bytes, wherever that cuts. */
export function inPieces(chunks: number, bytes: number): Workload {
  const { events, text } = streamOf(chunks);
  return { text, pieces: cut(encode(events.join('')), bytes) };
}

/** A long answer that takes little memory: the same network chunk of 250 events, so many times. */
export function longStream(times: number): Workload {
  const { events, text } = streamOf(250);
  const [role = ''] = events;
  const middle = encode(events.slice(1, -2).join(''));
  const ends = [encode(role), encode(events.slice(-2).join(''))] as const;
  const pieces = [ends[0], ...Array<Uint8Array>(times).fill(middle), ends[1]];
  return { text: text.repeat(times), pieces };
}

/** One event of so many bytes, in network chunks of 64 KiB. */
export function oneHugeEvent(bytes: number): Workload {
  const text = 'x'.repeat(bytes);
  const events = [
    chunkEvent({ role: 'assistant', content: text }, null),
    chunkEvent({}, 'stop'),
    DONE,
  ];
  return { text, pieces: cut(encode(events.join('')), 65_536) };
}

/** Bytes as a network brings them, in chunks of one size. */
export function cut(bytes: Uint8Array, size: number): Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
}

/** Text as bytes. */
export function encode(text: string): Uint8Array {
  return encoder.encode(text);
}

/** A `fetch` that answers with the stream, as fast as it is read. */
export function fetchOf({ pieces }: Workload): typeof fetch {
  return () => {
    let next = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          const piece = pieces[next++];
          if (piece) controller.enqueue(piece);
          else controller.close();
        },
      },
      { highWaterMark: 0 },
    );
    const headers = { 'content-type': 'text/event-stream' };
    return Promise.resolve(new Response(body, { headers }));
  };
}

/** What is to be read, and what must come of it. */
export function taskOf(workload: Workload): { fetch: typeof fetch; text: string } {
  return { fetch: fetchOf(workload), text: workload.text };
}

/** A whole answer, and a `fetch` that gives it. */
export function wholeAnswer(): { fetch: typeof fetch; text: string } {
  const { text, body } = wholeBody();
  const init = { headers: { 'content-type': 'application/json' } };
  return { text, fetch: () => Promise.resolve(new Response(body, init)) };
}

/** A whole answer as a host sends it, and the text in it. */
export function wholeBody(): { body: string; text: string } {
  const text = 'Greetings! How may I help you today? '.repeat(8);
  const body = JSON.stringify({
    id: 'chatcmpl-9f1c2d3e4a5b6c7d8e9f',
    object: 'chat.completion',
    created: 1_764_000_000,
    model: 'nousresearch/hermes-4-405b',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: text, reasoning_content: null, refusal: null },
        finish_reason: 'stop',
        logprobs: null,
      },
    ],
    usage: { prompt_tokens: 25, completion_tokens: 80, total_tokens: 105 },
  });
  return { text, body };
}
