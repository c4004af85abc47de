// The site's pages about errors, as `hermes4 explain` shows them: `pnpm generate` writes the file; a test fails when it is
// stale.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';

const PAGES = new URL('../../../apps/docs/docs/errors/', import.meta.url);
export const TARGET = new URL('../src/commands/explain/pages.generated.ts', import.meta.url);

/** @returns {string} The text of the generated file. */
export function generate() {
  const files = readdirSync(PAGES).sort();
  const pages = Object.fromEntries(
    files.map((file) => [
      file.replace('.md', ''),
      pageOf(readFileSync(new URL(file, PAGES), 'utf8')),
    ]),
  );
  const notice = '// Generated from the pages of the site by `pnpm generate`. Do not edit.\n';
  return `${notice}import type { ErrorCode } from '@hermes4/node';\nimport type { Page } from './page.ts';\n\n/** The page about each code. */\nexport const pages: Readonly<Record<ErrorCode, Page>> = ${JSON.stringify(pages)};\n`;
}

function pageOf(source) {
  const [, head = '', body = ''] = /^---\n(.*?)\n---\n+(.*)$/s.exec(source) ?? [];
  const [, summary = ''] = /^description: (.*)$/m.exec(head) ?? [];
  // A link to another page of the site leads nowhere from a terminal.
  const text = body.replaceAll(/\[([^\]]+)\]\((?!https?:)[^)]*\)/g, '$1');
  return { summary, text };
}

if (argv[1] === fileURLToPath(import.meta.url)) writeFileSync(TARGET, generate());
