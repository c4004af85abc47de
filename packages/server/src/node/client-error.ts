import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { errorResponse } from '../answer/error-body.ts';
import { identify } from '../answer/identity.ts';
import type { EngineIdentity } from '../engine/engine.ts';
import { Refusal } from '../refusal.ts';

/** Tells a caller whose request never became one what was wrong with it, and hangs up. */
export async function answerClientError(
  error: NodeJS.ErrnoException,
  socket: Socket,
  engine: EngineIdentity,
): Promise<void> {
  const now = new Date();
  const identity = identify(new Headers(), engine, now);
  const response = errorResponse(refusalFor(error.code), identity, 'http://localhost/', now);
  const body = await response.text();
  const headers = new Headers(response.headers);
  headers.set('connection', 'close');
  headers.set('content-length', `${Buffer.byteLength(body)}`);
  const lines = [...headers].map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const { status } = response;
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines}\r\n`;
  socket.end(head + body, () => socket.destroy());
}

function refusalFor(code: string | undefined): Refusal {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return new Refusal(431, 'The headers are too large.');
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new Refusal(408, 'The request did not arrive in time.');
    default:
      return new Refusal(400, 'This is not a request that can be read.');
  }
}
