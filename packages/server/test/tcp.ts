import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { createLocalServer, type LocalServerOptions } from '../src/index.ts';
import { type Listening, type ListenOptions, listen } from '../src/node/index.ts';

/** Lets a test have a listening server and takes it away afterwards, whatever happened. */
export async function withServer<T>(
  options: LocalServerOptions & ListenOptions,
  use: (listening: Listening) => Promise<T>,
): Promise<T> {
  const { port = 0, host, ...server } = options;
  const listening = await listen(createLocalServer(server), { port, host });
  try {
    return await use(listening);
  } finally {
    await listening.close({ force: true });
  }
}

/** A connection of one's own, for what no HTTP client would send. */
export async function open({ origin }: Listening): Promise<Socket> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  // The server may cut it off while a test has no interest in it any more.
  socket.on('error', () => undefined);
  return socket;
}

/** Reads from a connection until what has come contains a text. */
export async function readUntil(socket: Socket, wanted: string): Promise<string> {
  let text = '';
  while (!text.includes(wanted)) {
    const part = (socket.read() as Buffer | null) ?? undefined;
    if (part) text += part.toString('latin1');
    else if (socket.readableEnded) throw new Error(`The connection ended after: ${text}`);
    else await Promise.race([once(socket, 'readable'), once(socket, 'end')]);
  }
  return text;
}

/** Waits until a number no longer changes; a test that waits for ever fails by its own limit. */
export async function settled(read: () => number): Promise<number> {
  let last = 0;
  for (;;) {
    const now = read();
    if (now === last && now > 0) return now;
    last = now;
    await wait(100);
  }
}
