import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { createLocalServer, type LocalServer } from '@hermes4/server';
import { type Listening, listen } from '@hermes4/server/node';
import { createCountingEngine } from '../support/counting-engine.ts';
import type { Hosts } from './smoke.ts';

/** Hosts on sockets of this machine, one for each behavior. */
export interface OpenHosts {
  readonly urls: Hosts;
  close(): Promise<void>;
}

/** Opens them all. */
export async function openHosts(): Promise<OpenHosts> {
  const listening: Listening[] = [];
  const open = async (server: LocalServer): Promise<string> => {
    const host = await listen(server, { port: 0 });
    listening.push(host);
    return host.baseURL;
  };
  const talker = createCountingEngine();
  let cut: () => void;
  const isCut = new Promise<void>((resolve) => (cut = resolve));
  const urls = {
    answers: await open(createLocalServer({ keys: ['right'] })),
    stumbles: await open(stumbling(2)),
    talksOn: await open(createLocalServer({ engine: talker })),
    knowsWhoLeft: await open(answering(() => emptyAfter(talker.stopped))),
    breaksOff: await open(breakingOff(isCut)),
    cuts: await open(
      answering(() => {
        cut();
        return emptyAfter(isCut);
      }),
    ),
    isSilent: await open(answering(() => new Promise(() => undefined))),
    isAway: `http://127.0.0.1:${await freePort()}/v1`,
  };
  return {
    urls,
    close: async () => {
      await Promise.all(listening.map((host) => host.close({ force: true })));
    },
  };
}

function answering(fetch: LocalServer['fetch']): LocalServer {
  return { ...createLocalServer(), fetch };
}

async function emptyAfter(event: Promise<void>): Promise<Response> {
  await event;
  return new Response(null, { status: 204 });
}

function stumbling(times: number): LocalServer {
  const { fetch } = createLocalServer();
  let left = times;
  return answering(async (input, init) => {
    left -= 1;
    if (left < 0) return fetch(input, init);
    return new Response('', { status: 503, headers: { 'retry-after': '0' } });
  });
}

/** Says a little, and breaks its connection once it is cut. */
function breakingOff(cut: Promise<void>): LocalServer {
  const { fetch } = createLocalServer({ engine: createCountingEngine() });
  return answering(async (input, init) => {
    const { body, headers } = await fetch(input, init);
    let events = 0;
    const wire = new TransformStream<Uint8Array, Uint8Array>({
      async transform(chunk, controller) {
        events += 1;
        if (events <= 5) {
          controller.enqueue(chunk);
        } else {
          await cut;
          controller.error(new Error('cut'));
        }
      },
    });
    return new Response(body?.pipeThrough(wire) ?? null, { headers });
  });
}

/** A port that was free a moment ago, so that nobody listens there. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
