import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';
import { changelogPage } from './changelog.ts';
import { contributingPage } from './contributing.ts';

/** Writes the pages whose words live elsewhere in the workspace, before the docs are read. */
export function gatheredPages({ siteDir }: LoadContext): Plugin {
  const root = join(siteDir, '../..');
  const pages = {
    'contributing/index.md': contributingPage(read(join(root, 'CONTRIBUTING.md'))),
    'reference/changelog.md': changelogPage(readChangesets(root), readLogs(root)),
  };
  for (const [path, text] of Object.entries(pages)) writePage(join(siteDir, 'docs', path), text);
  return { name: 'gathered-pages' };
}

function readChangesets(root: string): string[] {
  const folder = join(root, '.changeset');
  const files = readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md');
  return files.sort().map((file) => read(join(folder, file)));
}

function readLogs(root: string) {
  return readdirSync(join(root, 'packages')).flatMap((name) => {
    const path = join(root, 'packages', name, 'CHANGELOG.md');
    return existsSync(path) ? [{ name, text: read(path) }] : [];
  });
}

/** An unchanged page is left alone, so that a site that is being served does not reload for nothing. */
function writePage(path: string, text: string): void {
  if (existsSync(path) && read(path) === text) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function read(path: string): string {
  return readFileSync(path, 'utf8');
}
