import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';
import { readOperations } from '../../src/schema/read-operation.ts';
import { loadDocument } from './load-document.ts';
import { operationPage } from './operation-page.ts';
import { overviewPage } from './overview-page.ts';

/** Writes a page for each operation of the API document, before the docs are read. */
export async function apiDocument({ siteDir }: LoadContext): Promise<Plugin> {
  const source = join(siteDir, '../../packages/core/openapi/hermes-4.yaml');
  const { document, resolve } = await loadDocument(source);
  const operations = readOperations(document, resolve);
  const folder = join(siteDir, 'docs/api');
  writeChanged(join(folder, 'index.mdx'), overviewPage(document, operations));
  operations.forEach((operation, index) => {
    const { name, text, data } = operationPage(operation, index + 1);
    writeChanged(join(folder, `${name}.mdx`), text);
    writeChanged(join(folder, `_data/${name}.json`), JSON.stringify(data));
  });
  return { name: 'api-document', getPathsToWatch: () => [source] };
}

/** An unchanged page is left alone, so that a site that is being served does not reload for nothing. */
function writeChanged(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
