import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { type Child, start } from './support/child.ts';
import { openStream, readStream, type StreamOutcome } from './support/streams.ts';

const STREAMS = 500;
const CHUNKS = 60;
const body = {
  model: 'nousresearch/hermes-4-405b',
  messages: [{ role: 'user', content: 'Write a story of 500 words.' }],
  max_tokens: CHUNKS,
};

it('500 streams over two relays and three upstreams: one upstream is killed, one is stopped, and no call is lost that had not begun', async () => {
  const upstreams = await Promise.all([serve(), serve(), serve()]);
  const [killed, stopped] = upstreams;
  const baseURLs = upstreams.map(({ baseURL }) => baseURL);
  const relays = await Promise.all([serve(...baseURLs), serve(...baseURLs)]);

  const streams: Promise<Streamed>[] = [];
  const begin = (count: number): void => {
    for (let index = 0; index < count; index++) {
      streams.push(stream(relays[streams.length % 2]!.baseURL));
    }
  };
  begin(STREAMS / 2);
  await Promise.all(streams.slice(0, 50).map(async (one) => (await one).begun));
  killed.child.process.kill('SIGKILL');
  begin(STREAMS / 4);
  await sleep(500);
  stopped.child.process.kill('SIGSTOP');
  begin(STREAMS / 4);
  const all = await Promise.all(streams.map(async (one) => (await one).outcome));

  expect(all).toHaveLength(STREAMS);
  const whole = all.filter(({ isWhole }) => isWhole);
  const broken = all.filter(({ isWhole }) => !isWhole);
  expect(all.filter(({ status }) => status !== 200)).toEqual([]);
  expect(whole.filter(({ pieces }) => pieces !== CHUNKS)).toEqual([]);
  // Those that were on their way, and nobody else, are told that their upstream broke off.
  expect(
    broken.filter(({ error }) => !/^The upstream broke off its answer/.test(error ?? '')),
  ).toEqual([]);
  expect(new Set(broken.map(({ by }) => by))).toEqual(new Set(['upstream-1', 'upstream-2']));
  expect(whole.length).toBeGreaterThan(broken.length);
  for (const relay of relays) {
    expect(await standings(relay)).toEqual([expect.not.stringMatching('up'), 'down', 'up']);
  }

  stopped.child.process.kill('SIGCONT');
  // It may be left alone for a while yet, because the streams broke that it was writing.
  const stoppedOne = async (): Promise<string | undefined> => (await standings(relays[0]))[1];
  await expect.poll(stoppedOne, { timeout: 60_000, interval: 500 }).toBe('up');
  expect((await (await stream(relays[0].baseURL)).outcome).isWhole).toBe(true);
});

interface Streamed {
  /** Which upstream answers. */
  readonly begun: string;
  readonly outcome: Promise<StreamOutcome & { by: string }>;
}

async function stream(baseURL: string): Promise<Streamed> {
  const incoming = await openStream(baseURL, body);
  const begun = String(incoming.headers['x-hermes4-upstream']);
  const outcome = readStream(incoming).then((read) => ({ ...read, by: begun }));
  return { begun, outcome };
}

interface Served {
  readonly baseURL: string;
  readonly child: Child;
}

async function serve(...args: string[]): Promise<Served> {
  const script = fileURLToPath(new URL('support/pool-server.ts', import.meta.url));
  const child = start([process.execPath, '--import', import.meta.resolve('tsx'), script, ...args]);
  const [baseURL = ''] = (await child.saw('stdout', '\n')).split('\n');
  return { baseURL, child };
}

async function standings({ baseURL }: Served): Promise<string[]> {
  const response = await fetch(new URL('/admin/upstreams', baseURL));
  const { upstreams } = (await response.json()) as { upstreams: { standing: string }[] };
  return upstreams.map(({ standing }) => standing);
}
