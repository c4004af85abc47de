import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Code, Root, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { LANGUAGES, type Language } from '../../src/language/languages.ts';
import { element, type JsxElement } from './element.ts';

export interface RunnableExamplesOptions {
  /** The folder of all examples. */
  readonly folder: string;
}

interface ShownFile {
  readonly language: Language;
  readonly fence: string;
  readonly file: string;
  readonly source: string;
  readonly output: string;
}

/** What this page can run itself. */
const RUNNABLE: readonly Language[] = ['typescript', 'javascript'];

/**
 * Puts an example in the place of a block such as ` ```example name=tools `: its files in every language, as they are,
 * each with the output that tests recorded. A file without one, or a name without files, fails the build. In the
 * block may stand, as JSON, the settings that the playground opens with; with `run=false` it is only shown.
 */
export function runnableExamples({ folder }: RunnableExamplesOptions) {
  return (tree: Root, page: VFile): void => {
    visit(tree, 'code', (node: Code, index, parent) => {
      if (node.lang !== 'example' || !parent || index === undefined) return;
      const name = /(?:^|\s)name=(\S+)/.exec(node.meta ?? '')?.[1];
      const isRun = !/(?:^|\s)run=false(?:\s|$)/.test(node.meta ?? '');
      const files = filesOf(folder, name ?? '', (why) => page.fail(why, node));
      const settings = settingsIn(node.value, files, (why) => page.fail(why, node));
      const beside = besideIn(folder, name ?? '');
      parent.children[index] = tabsOf(files, isRun, {
        ...settings,
        ...beside,
      }) as unknown as RootContent;
      return [SKIP, index + 1];
    });
  };
}

function filesOf(root: string, name: string, fail: (why: string) => never): ShownFile[] {
  const folder = join(root, name);
  if (name === '' || !existsSync(folder)) return fail(`There is no example “${name}” in ${root}.`);
  const names = readdirSync(folder);
  const files = LANGUAGES.flatMap(({ id, extension, fence }): ShownFile[] => {
    const file = names.find((one) => isProgram(one) && one.endsWith(`.${extension}`));
    if (file === undefined) return [];
    const output = join(folder, `${file}.output.txt`);
    if (!existsSync(output)) {
      return fail(`${name}/${file} has no recorded output. Run the tests of apps/examples.`);
    }
    const source = readFileSync(join(folder, file), 'utf8').replace(/^#!.*\n/, '');
    return [{ language: id, fence, file, source, output: readFileSync(output, 'utf8') }];
  });
  return files.length > 0 ? files : fail(`The example “${name}” has no file in any language.`);
}

function isProgram(name: string): boolean {
  return !name.includes('.test.') && !name.includes('.cli.');
}

/** What the playground is asked has to be what the example asks. */
function settingsIn(
  json: string,
  files: readonly ShownFile[],
  fail: (why: string) => never,
): Readonly<Record<string, string>> {
  if (json.trim() === '') return {};
  const settings = JSON.parse(json) as { readonly prompt?: string; readonly system?: string };
  for (const text of [settings.prompt, settings.system]) {
    if (text !== undefined && !files[0]?.source.includes(text)) {
      return fail(
        `“${text}” is not in ${files[0]?.file}: the playground would ask something else.`,
      );
    }
  }
  return { settings: JSON.stringify(settings) };
}

/** What a program reads that stands beside it, by name, as JSON. */
function besideIn(root: string, name: string): Readonly<Record<string, string>> {
  const cassettes = readdirSync(join(root, name)).filter((file) => file.endsWith('.cassette.json'));
  if (cassettes.length === 0) return {};
  const texts = cassettes.map((file) => [file, readFileSync(join(root, name, file), 'utf8')]);
  return { beside: JSON.stringify(Object.fromEntries(texts)) };
}

function tabsOf(
  files: readonly ShownFile[],
  isRun: boolean,
  more: Readonly<Record<string, string>>,
): JsxElement {
  return element(
    'LanguageTabs',
    {},
    files.map(({ language, fence, file, source, output }) => {
      const code: Code = {
        type: 'code',
        lang: fence,
        meta: `title="${file}"`,
        value: source.trimEnd(),
      };
      const isRunnable = String(isRun && RUNNABLE.includes(language));
      const props = {
        file,
        source,
        output,
        isRunnable,
        ...more,
      };
      return element('InLanguage', { language }, [element('RunnableExample', props, [code])]);
    }),
  );
}
