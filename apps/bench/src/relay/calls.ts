import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { median } from '../measure.ts';
import type { Gateway } from './gateways.ts';

/** How many chunks a streamed answer has. */
export const CHUNKS = 200;

/** How a gateway did. */
export interface Served {
  /** Calls in a second, with many on their way at the same time. */
  readonly perSecond: number;
  /** The median of one call alone, in milliseconds. */
  readonly latencyMs: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Calls a gateway, one call after another and then many side by side. */
export async function measure(gateway: Gateway, stream: boolean, calls: number): Promise<Served> {
  const times: number[] = [];
  for (let count = 0; count < calls / 10; count++) {
    const start = performance.now();
    await call(gateway, stream);
    times.push(performance.now() - start);
  }
  const start = performance.now();
  let left = calls;
  const worker = async (): Promise<void> => {
    while (left-- > 0) await call(gateway, stream);
  };
  await Promise.all(Array.from({ length: 50 }, worker));
  return {
    perSecond: (calls * 1_000) / (performance.now() - start),
    latencyMs: median(times),
  };
}

/** One call, read to its end; an answer that is not whole is an error. */
function call({ baseURL, headers }: Gateway, stream: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${baseURL}/chat/completions`, {
      method: 'POST',
      agent,
      headers: { 'content-type': 'application/json', ...headers },
    });
    outgoing.on('error', reject).on('response', (incoming) => {
      let text = '';
      incoming.setEncoding('utf8').on('data', (part: string) => (text += part));
      incoming.on('error', reject).on('end', () => {
        if (isWhole(text, stream)) resolve();
        else reject(new Error(`${incoming.statusCode}: ${text.slice(0, 200)}`));
      });
    });
    const messages = [{ role: 'user', content: 'Hello' }];
    outgoing.end(JSON.stringify({ model: 'nousresearch/hermes-4-405b', messages, stream }));
  });
}

function isWhole(text: string, stream: boolean): boolean {
  return stream
    ? text.split('"word ').length === CHUNKS + 1 && text.trimEnd().endsWith('[DONE]')
    : text.includes('"content":"Hello"');
}
