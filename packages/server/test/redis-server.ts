import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

/** Whether a Redis can be started here. Where changes are checked, it must be. */
export const hasRedis = findRedis();

/** What stands behind the name of tests that are left out for want of a Redis. */
export const NEEDS_REDIS = hasRedis ? '' : ' (left out: install redis-server to try it)';

/** A Redis of a test's own, empty and on this machine only. */
export interface RedisServer {
  readonly url: string;
  /** Freezes it: connections stay, and nothing is answered. */
  freeze(): void;
  thaw(): void;
  /** Ends it without a word. */
  kill(): Promise<void>;
  /** Starts it again, empty, where it was. */
  restart(): Promise<void>;
  /** Ends it, and removes what it wrote. */
  remove(): Promise<void>;
}

/** Starts a Redis on a free port. */
export async function startRedis(...args: string[]): Promise<RedisServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'hermes4-redis-'));
  let child = await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    kill,
    restart: async () => {
      child = await start();
    },
    remove: async () => {
      await kill();
      rmSync(folder, { recursive: true });
    },
  };

  async function start(): Promise<ChildProcess> {
    const settings = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--dir', folder];
    const started = spawn('redis-server', [...settings, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    for await (const chunk of started.stdout) {
      said += String(chunk);
      if (said.includes('Ready to accept connections')) break;
    }
    return started;
  }

  async function kill(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
}

/** A client for looking at what a Redis holds. */
export function lookInto({ url }: RedisServer, password?: string): Redis {
  const client = new Redis(url, password === undefined ? {} : { password });
  // Tests end their Redis while somebody looks.
  return client.on('error', () => undefined);
}

function findRedis(): boolean {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    if (process.env['CI'] === undefined) return false;
    throw new Error(
      'Limits are tested with a real Redis. Install it: apt-get install redis-server.',
    );
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address === 'object' && address) return address.port;
  throw new Error('This machine gives no port.');
}
