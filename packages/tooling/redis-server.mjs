import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const hasRedis = findRedis();

export const NEEDS_REDIS = hasRedis ? '' : ' (left out: install redis-server to try it)';

/**
 * Starts a Redis on a free port of this machine.
 *
 * @param {...string} args Further arguments of `redis-server`.
 * @returns {Promise<import('./redis-server.d.mts').RedisServer>}
 */
export async function startRedis(...args) {
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

  async function start() {
    const settings = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--dir', folder];
    const started = spawn('redis-server', [...settings, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    for await (const chunk of started.stdout.iterator({ destroyOnReturn: false })) {
      said += chunk;
      if (said.includes('Ready to accept connections')) break;
    }
    started.stdout.resume();
    if (started.exitCode !== null) throw new Error(`redis-server did not start:\n${said}`);
    return started;
  }

  async function kill() {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
}

function findRedis() {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    if (process.env['CI'] === undefined) return false;
    throw new Error(
      'These tests want a real Redis. Install it: apt-get install redis-server, or brew install redis.',
    );
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}
