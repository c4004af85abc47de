import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line between a caller and a server, as a network is one. */
export interface CuttableLine {
  /** Where the caller reaches the server through it. */
  readonly url: string;
  /** Everything that went over it so far, in either direction. */
  passed(): string;
  /** Breaks every connection that is open; the next ones are let through. */
  cut(): void;
  close(): Promise<void>;
}

/** Lays a line to a server on this machine. */
export async function layLine(to: string): Promise<CuttableLine> {
  const open = new Set<Socket>();
  let passed = '';
  const line = createServer((near) => {
    const far = connect(Number(new URL(to).port), '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('data', (bytes) => (passed += bytes.toString('latin1'))).pipe(other);
      // Whichever end breaks, the other is of no use.
      one
        .on('error', () => undefined)
        .on('close', () => {
          open.delete(one);
          other.destroy();
        });
    }
  });
  const cut = (): void => {
    for (const socket of open) socket.resetAndDestroy();
  };
  line.listen(0, '127.0.0.1');
  await once(line, 'listening');
  return {
    url: `http://127.0.0.1:${(line.address() as AddressInfo).port}`,
    passed: () => Buffer.from(passed, 'latin1').toString(),
    cut,
    close: async () => {
      cut();
      line.close();
      await once(line, 'close');
    },
  };
}
