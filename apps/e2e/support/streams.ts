import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';

/** What arrived of one streamed answer. */
export interface StreamOutcome {
  readonly status: number | undefined;
  /** Events with text in them. */
  readonly pieces: number;
  /** Whether `[DONE]` came last. */
  readonly isWhole: boolean;
  /** What the last event says that went wrong, when another came before it. */
  readonly error?: string | undefined;
}

const agent = new Agent({ maxSockets: Infinity });

/** Opens a streamed call on a socket of its own, with nothing of a client around it. */
export async function openStream(baseURL: string, body: object): Promise<IncomingMessage> {
  const outgoing = request(`${baseURL}/chat/completions`, {
    method: 'POST',
    agent,
    headers: { 'content-type': 'application/json' },
  });
  outgoing.end(JSON.stringify({ ...body, stream: true }));
  const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
  return incoming;
}

/** Reads a streamed answer to its end, and counts. */
export async function readStream(incoming: IncomingMessage): Promise<StreamOutcome> {
  let pieces = 0;
  let held = '';
  let last = '';
  let count = 0;
  for await (const part of incoming.setEncoding('utf8') as AsyncIterable<string>) {
    const events = (held + part).split('\n\n');
    held = events.pop() ?? '';
    for (const event of events) {
      if (/"content":"[^"]/.test(event)) pieces += 1;
      last = event;
      count += 1;
    }
  }
  const isWhole = last === 'data: [DONE]' && held === '';
  const [, error] = count > 1 ? (/^data: \{"error":\{"message":"([^"]*)"/.exec(last) ?? []) : [];
  return { status: incoming.statusCode, pieces, isWhole, error };
}
