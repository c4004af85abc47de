import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { createLocalServer } from '@hermes4/server';
import { type Listening, listen } from '@hermes4/server/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callOf } from '../request.ts';
import { NO_SETTINGS, type Settings } from '../settings.ts';
import { wireBody } from './wire-body.ts';
import { writeCode } from './write-code.ts';

// Programs that import the client have to stand where it can be found.
const folder = mkdtempSync(fileURLToPath(new URL('./written-', import.meta.url)));
const sent: unknown[] = [];
let host: Listening;

beforeAll(async () => {
  const server = createLocalServer();
  const tapped: typeof server.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (request.method === 'POST') sent.push(await request.clone().json());
    return server.fetch(request);
  };
  host = await listen({ ...server, fetch: tapped }, { port: 0 });
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await host.close({ force: true });
});

const NASTY = `It's "50 %" of $HOME, \`id\`; \\n is no line, but\nthis is. – 字 🙂 \${x} '''`;

const plain: Settings = {
  ...NO_SETTINGS,
  system: NASTY,
  params: { temperature: 0, top_p: 0.5, max_tokens: 40 },
};
const settings: Readonly<Record<string, Settings>> = {
  plain,
  thinking: { ...plain, reasoning: true, params: { max_tokens: 400 } },
  tools: { ...plain, tools: ['weather', 'add'] },
  schema: {
    ...NO_SETTINGS,
    schema: '{"type":"object","properties":{"a b":{"type":"string"}},"required":["a b"]}',
  },
};

function python(): string {
  const found = ['python3', '/usr/bin/python3'].find(
    (name) => spawnSync(name, ['-c', 'import requests']).status === 0,
  );
  if (found) return found;
  throw new Error(
    'Python code needs a python3 that can import requests: apt-get install python3-requests.',
  );
}

const runs = {
  typescript: { file: 'a.mts', command: () => [process.execPath, '--import', 'tsx'] },
  javascript: { file: 'a.mjs', command: () => [process.execPath] },
  python: { file: 'a.py', command: () => [python()] },
  curl: { file: 'a.sh', command: () => ['sh'] },
} as const;

async function run(language: keyof typeof runs, code: string) {
  const { file, command } = runs[language];
  const path = join(folder, file);
  writeFileSync(path, code);
  const [program = '', ...args] = command();
  const env = { PATH: process.env['PATH'], AIMLAPI_API_KEY: 'k', AIMLAPI_BASE_URL: host.baseURL };
  const child = spawn(program, [...args, path], { env });
  const [stdout, stderr, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number]>,
  ]);
  return { stdout, stderr, exitCode };
}

describe.each(Object.entries(settings))('the code of a call that is %s', (_, chosen) => {
  const call = callOf(chosen, [
    { role: 'user', content: `What is the weather in “Oslo”? ${NASTY}` },
  ]);

  it.each(['javascript', 'python', 'curl'] as const)(
    'sends in %s what it says',
    async (language) => {
      sent.length = 0;
      const { exitCode, stdout, stderr } = await run(language, writeCode(call, language));
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
      expect(stdout).not.toBe('');
      expect(sent[0]).toEqual(wireBody(call));
    },
  );

  it('asks the same through the client', async () => {
    sent.length = 0;
    const { exitCode, stdout, stderr } = await run('typescript', writeCode(call, 'typescript'));
    expect({ exitCode, stderr: chosen.reasoning ? '' : stderr }).toEqual({
      exitCode: 0,
      stderr: '',
    });
    expect(stdout).not.toBe('');
    const { messages, ...params } = sent[0] as { messages: { role: string; content: string }[] };
    expect(params).toMatchObject(chosen.params);
    expect(messages.at(-1)).toEqual(call.messages.at(-1));
    expect(messages[0]?.content).toContain(chosen.system);
    if (chosen.reasoning) expect(messages[0]?.content).toContain('<think> </think>');
    if (chosen.tools.length > 0) expect(sent).toHaveLength(2);
  });
});

describe('the command', () => {
  it('asks the last question, with every parameter as an option', () => {
    const call = callOf({ ...plain, reasoning: true, system: "it's" }, [
      { role: 'user', content: 'First' },
      { role: 'user', content: '-x' },
    ]);
    expect(
      writeCode(call, 'cli'),
    ).toBe(`# The command asks one question; \`hermes4 chat\` holds a conversation.
npx @hermes4/cli ask \\
  --system 'it'\\''s' \\
  --temperature=0 \\
  --top-p=0.5 \\
  --max-tokens=40 \\
  --reasoning \\
  -- '-x'
`);
  });
});
