import type { ServerResponse } from 'node:http';

/**
 * Writes an answer as fast as its reader takes it. A reader that leaves ends the answer's body.
 *
 * By hand, because the platform's bridge from a Web stream to a Node stream costs as much as all the rest of it.
 *
 * @throws What the body fails with; the rest is then the caller's to break off.
 */
export async function writeResponse(
  { status, headers, body }: Response,
  outgoing: ServerResponse,
): Promise<void> {
  outgoing.writeHead(status, [...headers].flat());
  const reader = body?.getReader();
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) reader?.cancel().catch(() => undefined);
  });
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) break;
    if (!outgoing.write(part.value) && !outgoing.destroyed) await drained(outgoing);
  }
  outgoing.end();
}

/** Resolves when there is room for more, or nobody to take it. */
function drained(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      outgoing.off('drain', done).off('close', done);
      resolve();
    };
    outgoing.once('drain', done).once('close', done);
  });
}
