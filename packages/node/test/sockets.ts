import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import {
  type AddressInfo,
  connect,
  createServer as createTcpServer,
  type Server,
  type Socket,
} from 'node:net';
import { selfSigned } from './self-signed.ts';

/** Starts servers on free ports of this machine, and stops them afterwards. */
export async function listening<Result>(
  servers: readonly Server[],
  use: (...ports: number[]) => Promise<Result>,
): Promise<Result> {
  const sockets = new Set<Socket>();
  for (const server of servers) {
    server.on('connection', (socket) => sockets.add(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  }
  try {
    return await use(...servers.map((server) => (server.address() as AddressInfo).port));
  } finally {
    for (const socket of sockets) socket.destroy();
    for (const server of servers) server.close();
  }
}

const answer = (_: IncomingMessage, response: ServerResponse): void => {
  const completion = {
    id: 'a',
    object: 'chat.completion',
    created: 1,
    model: 'm',
    choices: [{ index: 0, message: { role: 'assistant', content: 'Hi' }, finish_reason: 'stop' }],
  };
  response.setHeader('content-type', 'application/json').end(JSON.stringify(completion));
};

/** A host that says hi. */
export function host(): Server {
  return createServer(answer);
}

/** The same over TLS, with a certificate that nobody trusts. */
export function secureHost(): Server {
  return createTlsServer(selfSigned(), answer);
}

/**
 * A proxy that notes how it is asked, and asks this machine whatever the host's name is.
 *
 * @param refuse What it says instead of opening tunnels.
 */
export function proxy(asked: string[], refuse?: string): Server {
  const server = createServer((incoming, response) => {
    asked.push(`${incoming.method} ${incoming.url} ${incoming.headers['proxy-authorization']}`);
    const { pathname, port } = new URL(incoming.url ?? '');
    const { method = '', headers } = incoming;
    const outgoing = request(
      { host: '127.0.0.1', port, path: pathname, method, headers },
      (from) => {
        response.writeHead(from.statusCode ?? 502, from.headers);
        from.pipe(response);
      },
    );
    incoming.pipe(outgoing);
  });
  server.on('connect', (incoming, socket: Socket, head) => {
    asked.push(`CONNECT ${incoming.url} ${incoming.headers['proxy-authorization']}`);
    if (refuse !== undefined) {
      socket.end(`HTTP/1.1 ${refuse}\r\n\r\n`);
      return;
    }
    const upstream = connect(Number(incoming.url?.split(':')[1]), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
  });
  return server;
}

/** A SOCKS 5 proxy (RFC 1928) without passwords, which does the same. */
export function socksProxy(asked: string[]): Server {
  return createTcpServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', () => {
      socket.write(Buffer.of(5, 0));
      socket.once('data', (wish: Buffer) => {
        const port = wish.readUInt16BE(wish.length - 2);
        asked.push(`SOCKS ${wish.subarray(5, -2).toString()}:${port}`);
        const upstream = connect(port, '127.0.0.1', () => {
          socket.write(Buffer.of(5, 0, 0, 1, 127, 0, 0, 1, 0, 0));
          upstream.pipe(socket).pipe(upstream);
        });
        upstream.on('error', () => socket.destroy());
      });
    });
  });
}
