import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Code, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

export interface IncludeCodeOptions {
  /** The folder that names of files start from. */
  readonly folder: string;
}

/**
 * Fills a fenced block that names a file, such as ` ```ts file=first-call/first-call.ts `, with what is in
 * it: the code on a page is the very code that tests run. A file that is not there fails the build.
 */
export function includeCode({ folder }: IncludeCodeOptions) {
  return (tree: Root, page: VFile): void => {
    visit(tree, 'code', (node: Code) => {
      const file = /(?:^|\s)file=(\S+)/.exec(node.meta ?? '')?.[1];
      if (file === undefined) return;
      if (node.value !== '')
        page.fail(`The block that includes ${file} has code of its own.`, node);
      node.value = withoutShebang(
        readIncluded(join(folder, file), () => {
          page.fail(`${file} is not in ${folder}.`, node);
        }),
      );
      node.meta = `${node.meta ?? ''} title="${basename(file)}"`;
    });
  };
}

function readIncluded(path: string, fail: () => never): string {
  try {
    return readFileSync(path, 'utf8').trimEnd();
  } catch {
    return fail();
  }
}

function withoutShebang(code: string): string {
  return code.replace(/^#!.*\n/, '');
}
