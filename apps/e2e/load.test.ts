import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Child, start } from './support/child.ts';
import { openStream, readStream, type StreamOutcome } from './support/streams.ts';

const STREAMS = 1_000;
const CHUNKS = 200;
const body = {
  model: 'nousresearch/hermes-4-405b',
  messages: [{ role: 'user', content: 'Write a story of 500 words.' }],
  max_tokens: CHUNKS,
};
const whole: StreamOutcome = { status: 200, pieces: CHUNKS, isWhole: true };

describe('a thousand streams at the same time', () => {
  it('all arrive whole from the simulator, and leave no memory behind', async () => {
    const sim = await serve('sim');
    await burst(sim.baseURL, 100);
    const before = await sim.heap();
    expect(await burst(sim.baseURL, STREAMS)).toEqual(Array(STREAMS).fill(whole));
    await returns(sim, before);
  });

  it('all arrive whole through a relay, and leave no memory behind', async () => {
    const sim = await serve('sim');
    const relay = await serve('relay', sim.baseURL);
    await burst(relay.baseURL, 100);
    const before = await relay.heap();
    expect(await burst(relay.baseURL, STREAMS)).toEqual(Array(STREAMS).fill(whole));
    // With it go the thousand connections that are kept for next calls, which are no leak.
    sim.child.process.kill('SIGTERM');
    await sim.child.outcome();
    await returns(relay, before);
  });

  it.each(['sim', 'relay'] as const)(
    'are not held up by one of them that is not read: %s',
    async (kind) => {
      const sim = await serve('sim');
      const { baseURL } = kind === 'sim' ? sim : await serve('relay', sim.baseURL);
      const slow = await openStream(baseURL, { ...body, max_tokens: 100_000 });
      expect(await burst(baseURL, 200)).toEqual(Array(200).fill(whole));
      slow.destroy();
    },
  );

  it('end whole when the server is told to stop, and then it stops', async () => {
    const sim = await serve('sim');
    const streams = await Promise.all(
      Array.from({ length: 50 }, () => openStream(sim.baseURL, body)),
    );
    sim.child.process.kill('SIGTERM');
    expect(await Promise.all(streams.map(readStream))).toEqual(Array(50).fill(whole));
    expect((await sim.child.outcome()).exitCode).toBe(0);
  });
});

/** Waits until next to nothing is left of what calls took; connections are let go of one by one. */
async function returns({ heap }: Served, before: number): Promise<void> {
  await expect.poll(heap, { timeout: 30_000, interval: 250 }).toBeLessThan(before + 8_000_000);
}

interface Served {
  readonly baseURL: string;
  readonly child: Child;
  /** The heap in use after a collection, in bytes. */
  heap(): Promise<number>;
}

async function serve(...args: string[]): Promise<Served> {
  const script = fileURLToPath(new URL('support/load-server.ts', import.meta.url));
  const child = start([
    process.execPath,
    '--expose-gc',
    '--import',
    import.meta.resolve('tsx'),
    script,
    ...args,
  ]);
  const [baseURL = ''] = (await child.saw('stdout', '\n')).split('\n');
  let asked = 0;
  return { baseURL, child, heap };

  async function heap(): Promise<number> {
    asked += 1;
    child.process.stdin.write(`heap ${asked}\n`);
    await child.saw('stdout', `heap ${asked}: `);
    const said = await child.saw('stdout', ' bytes');
    return Number(new RegExp(`heap ${asked}: (\\d+) bytes`).exec(said)?.[1]);
  }
}

async function burst(baseURL: string, count: number): Promise<StreamOutcome[]> {
  const one = async (): Promise<StreamOutcome> => readStream(await openStream(baseURL, body));
  return Promise.all(Array.from({ length: count }, one));
}
