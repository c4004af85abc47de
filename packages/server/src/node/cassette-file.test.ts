import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exchangeOf } from '../../test/exchange.ts';
import { drain, withUpstream } from '../../test/upstream.ts';
import { createRelayEngine } from '../engine/relay/relay-engine.ts';
import { createReplayEngine } from '../engine/replay/replay-engine.ts';
import { openCassette } from './cassette-file.ts';

const KEY = 'sk-upstream-0123456789';
const CALLER_KEY = 'key-of-the-caller';

async function inFolder(use: (path: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hermes4-'));
  try {
    await use(join(folder, 'deep', 'hello.cassette.json'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('a real host is recorded once and played ever after, without a key in the file', async () => {
  await inFolder(async (path) => {
    const said = `data: {"echo":"${KEY} ${CALLER_KEY}"}\n\ndata: [DONE]\n\n`;
    const exchange = exchangeOf(
      { messages: [{ role: 'user', content: `I am ${CALLER_KEY}` }] },
      { headers: { authorization: `Bearer ${CALLER_KEY}` } },
    );
    await withUpstream(
      (response) => response.writeHead(200, { 'content-type': 'text/event-stream' }).end(said),
      async ({ baseURL, asked }) => {
        for (let run = 0; run < 2; run++) {
          const engine = createReplayEngine({
            ...(await openCassette(path)),
            mode: 'record-on-miss',
            upstream: createRelayEngine({ baseURL, apiKey: KEY }),
          });
          await drain((await engine.answer(exchange)).body);
        }
        expect(asked).toHaveLength(1);
      },
    );
    const text = await readFile(path, 'utf8');
    for (const key of [KEY, CALLER_KEY]) expect(text).not.toContain(key);
    expect(text.endsWith('\n')).toBe(true);
    expect(await readdir(join(path, '..'))).toEqual(['hello.cassette.json']);
    const { bytes } = await drain(
      (await createReplayEngine(await openCassette(path)).answer(exchange)).body,
    );
    expect(Buffer.from(bytes).toString()).toBe(
      said.replace(KEY, '*'.repeat(KEY.length)).replace(CALLER_KEY, '*'.repeat(CALLER_KEY.length)),
    );
  });
});

test('a file that cannot be read as a cassette is named, and left as it is', async () => {
  await inFolder(async (path) => {
    const file = join(path, '..', '..', 'broken.json');
    await writeFile(file, '{"format":');
    await expect(openCassette(file)).rejects.toMatchObject({
      code: 'invalid_options',
      message: expect.stringContaining(`${file} is not JSON`) as string,
    });
    expect(await readFile(file, 'utf8')).toBe('{"format":');
  });
});

test('a failed writing leaves the old text and no draft', async () => {
  await inFolder(async (path) => {
    const { cassette, save } = await openCassette(path);
    await save(cassette);
    const before = await readFile(path, 'utf8');
    const looped: { exchanges: unknown[] } = { exchanges: [] };
    looped.exchanges.push(looped);
    await expect(save({ ...cassette, ...looped } as never)).rejects.toThrow();
    expect(await readFile(path, 'utf8')).toBe(before);
    expect(await readdir(join(path, '..'))).toEqual(['hello.cassette.json']);
  });
});
