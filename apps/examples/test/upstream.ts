import { createLocalServer, type FaultRule, type LocalServerOptions } from '@hermes4/server';
import { type Listening, listen } from '@hermes4/server/node';
import { KEY } from './local-host.ts';

/** The hosted API's stand-in behind a relay, and what it was asked. */
export interface Upstream {
  readonly baseURL: string;
  /** One for each completion that was asked for. */
  readonly calls: readonly UpstreamCall[];
  /** Plans what goes wrong from now on. */
  plan(...rules: readonly FaultRule[]): Promise<void>;
  close(): Promise<void>;
}

/** One completion that was asked for. */
export interface UpstreamCall {
  readonly authorization: string | null;
  /** What was sent of its answer so far. */
  said(): string;
  /** Whether the caller left before the end. */
  wasLeft(): boolean;
}

const ADMIN_KEY = 'admin-key';

/** Starts a local server that knows one key, and notes what passes. */
export async function openUpstream(options: LocalServerOptions): Promise<Upstream> {
  const server = createLocalServer({ keys: [KEY], adminKey: ADMIN_KEY, ...options });
  const calls: UpstreamCall[] = [];
  const noting: typeof server.fetch = async (input, init) => {
    const request = new Request(input, init);
    const response = await server.fetch(request);
    if (!request.url.endsWith('/chat/completions') || !response.body) return response;
    const { body, call } = noted(response.body, request.headers.get('authorization'));
    calls.push(call);
    return new Response(body, response);
  };
  const listening: Listening = await listen({ ...server, fetch: noting }, { port: 0 });
  return {
    baseURL: listening.baseURL,
    calls,
    plan: async (...rules) => {
      const { status } = await server.fetch(`${listening.origin}/admin/faults`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${ADMIN_KEY}`, 'content-type': 'application/json' },
        body: JSON.stringify({ plan: rules }),
      });
      if (status !== 200) throw new Error(`The plan was answered with ${status}.`);
    },
    close: () => listening.close({ force: true }),
  };
}

function noted(
  body: ReadableStream<Uint8Array>,
  authorization: string | null,
): { readonly body: ReadableStream<Uint8Array>; readonly call: UpstreamCall } {
  const decoder = new TextDecoder();
  let sent = '';
  let left = false;
  const reader = body.getReader();
  const passing = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value } = await reader.read();
      if (value) {
        sent += decoder.decode(value, { stream: true });
        controller.enqueue(value);
      } else {
        controller.close();
      }
    },
    cancel: (reason) => {
      left = true;
      return reader.cancel(reason);
    },
  });
  return {
    body: passing,
    call: { authorization, said: () => textOf(sent), wasLeft: () => left },
  };
}

/** The text of the answer in a stream of events. */
function textOf(events: string): string {
  return [...events.matchAll(/^data: (\{.*\})$/gm)]
    .flatMap(([, json = '']) => (JSON.parse(json) as Chunk).choices)
    .map(({ delta }) => delta.content ?? '')
    .join('');
}

interface Chunk {
  readonly choices: readonly { readonly delta: { readonly content?: string | null } }[];
}
