import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

/** A way to the same host. */
export interface Gateway {
  readonly name: string;
  readonly baseURL: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The host itself, our relay and Portkey's gateway before it, each in a process of its own. */
export async function startGateways(): Promise<{ gateways: Gateway[]; stop: () => void }> {
  const children: ChildProcess[] = [];
  const upstream = await started(children, '--import', 'tsx', pathOf('upstream.ts'));
  const ours = await started(children, '--import', 'tsx', pathOf('ours.ts'), upstream);
  const portkey = await startPortkey(children);
  return {
    gateways: [
      { name: 'the host itself', baseURL: upstream, headers: {} },
      { name: '@hermes4/server, relay', baseURL: ours, headers: {} },
      {
        name: '@portkey-ai/gateway',
        baseURL: portkey,
        headers: {
          authorization: 'Bearer upstream-key',
          'x-portkey-provider': 'openai',
          'x-portkey-custom-host': upstream,
        },
      },
    ],
    stop: () => {
      for (const child of children) child.kill();
    },
  };
}

/** Starts a script that prints its base URL as its first line. */
async function started(children: ChildProcess[], ...args: string[]): Promise<string> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return line.toString().trim();
}

async function startPortkey(children: ChildProcess[]): Promise<string> {
  const port = await freePort();
  const manifest = createRequire(import.meta.url).resolve('@portkey-ai/gateway/package.json');
  const script = manifest.replace('package.json', 'build/start-server.js');
  const child = spawn(process.execPath, [script, '--headless', `--port=${port}`], {
    stdio: 'ignore',
  });
  children.push(child);
  const origin = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 100; attempt++) {
    if (
      await fetch(origin).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return `${origin}/v1`;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The Portkey gateway did not start within ten seconds.');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

function pathOf(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
