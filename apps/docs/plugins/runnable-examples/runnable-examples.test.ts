import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { beforeAll, describe, expect, it } from 'vitest';
import type { JsxElement } from './element.ts';
import { runnableExamples } from './runnable-examples.ts';

const folder = mkdtempSync(join(tmpdir(), 'examples-'));

beforeAll(() => {
  const files = {
    'hello/hello.ts': "console.log('Hello');\n",
    'hello/hello.ts.output.txt': 'Hello\n',
    'hello/hello.sh': '#!/bin/sh\necho Hello\n',
    'hello/hello.sh.output.txt': 'Hello\n',
    'hello/hello.test.ts': '',
    'mute/mute.ts': '',
  };
  for (const name of ['hello', 'mute']) mkdirSync(join(folder, name));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
});

function shown(markdown: string): JsxElement {
  const tree = unified().use(remarkParse).parse(markdown);
  runnableExamples({ folder })(tree, new VFile({ path: 'page.mdx' }));
  return tree.children[0] as unknown as JsxElement;
}

function propsOf(tabs: JsxElement): Record<string, string>[] {
  return tabs.children.map((tab) => {
    const [example] = (tab as JsxElement).children as JsxElement[];
    return Object.fromEntries(example?.attributes.map(({ name, value }) => [name, value]) ?? []);
  });
}

describe('a block that names an example', () => {
  it('shows its files, each with what it printed, and runs what a page can run', () => {
    expect(propsOf(shown('```example name=hello\n```'))).toEqual([
      {
        file: 'hello.ts',
        source: "console.log('Hello');\n",
        output: 'Hello\n',
        isRunnable: 'true',
      },
      { file: 'hello.sh', source: 'echo Hello\n', output: 'Hello\n', isRunnable: 'false' },
    ]);
  });

  it('only shows it when it says so', () => {
    const [first] = propsOf(shown('```example name=hello run=false\n```'));
    expect(first?.['isRunnable']).toBe('false');
  });

  it('opens the playground with what the example asks', () => {
    const [first] = propsOf(shown('```example name=hello\n{ "prompt": "Hello" }\n```'));
    expect(first?.['settings']).toBe('{"prompt":"Hello"}');
  });

  it.each([
    ['```example name=gone\n```', 'no example “gone”'],
    ['```example name=mute\n```', 'no recorded output'],
    ['```example name=hello\n{ "prompt": "Bye" }\n```', '“Bye” is not in hello.ts'],
  ])('fails the build for %j', (markdown, words) => {
    expect(() => shown(markdown)).toThrow(words);
  });
});
