import { execFileSync } from 'node:child_process';
import { createHermes } from '@hermes4/core';
import { createLocalServer } from '@hermes4/server';
import { describe, expect, it } from 'vitest';
import { loadDocument } from '../../plugins/api-document/load-document.ts';
import { readOperations } from './read-operation.ts';
import { writeSample } from './write-sample.ts';

const path = new URL('../../../../packages/core/openapi/hermes-4.yaml', import.meta.url).pathname;
const { document, resolve } = await loadDocument(path);
const operations = readOperations(document, resolve);
const chat = operations.find(({ id }) => id === 'createChatCompletion')?.operation;
const examples = (chat?.examples ?? []).map((example) => [example.title, example.body] as const);

describe('the API document', () => {
  it('has a page for each of its operations', () => {
    const methods = Object.values(document.paths).flatMap((item) =>
      Object.keys(item).filter((key) => /^(?:get|post|put|patch|delete)$/.test(key)),
    );
    expect(operations).toHaveLength(methods.length);
    expect(operations.length).toBeGreaterThan(10);
  });
});

describe.each(examples)('the request “%s”', (_, body) => {
  it('is answered by the local server as it stands', async () => {
    const { chat: client } = createHermes({ fetch: createLocalServer().fetch, host: 'local' });
    const { stream: __, ...rest } = body as Record<string, unknown>;
    // After a result, the simulator has no call to make that could be demanded.
    if ((rest['messages'] as { role: string }[]).at(-1)?.role === 'tool')
      delete rest['tool_choice'];
    const completion = await client.completions.create(rest as never);
    expect(completion.choices).toHaveLength(1);
  });

  it('says the same in every language', () => {
    const javascript = writeSample(body, 'typescript') ?? '';
    const [, literal = ''] = /\.create\((\{[^]*?\n?\})\)/.exec(javascript) ?? [];
    const evaluated = execFileSync(process.execPath, ['-p', `JSON.stringify(${literal})`]);
    expect(JSON.parse(String(evaluated))).toEqual(body);

    const python = writeSample(body, 'python') ?? '';
    const [, dict = ''] = /json=([^]*?),(?:\n {4}stream=True,)?\n\)/.exec(python) ?? [];
    const json = execFileSync('python3', ['-c', `import json\nprint(json.dumps(${dict}))`]);
    expect(JSON.parse(String(json))).toEqual(body);

    const curl = writeSample(body, 'curl') ?? '';
    const [, data = ''] = /--data-raw ([^]*)\n$/.exec(curl) ?? [];
    expect(JSON.parse(String(execFileSync('sh', ['-c', `printf %s ${data}`])))).toEqual(body);
  });
});
