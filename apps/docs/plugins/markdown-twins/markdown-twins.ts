import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LoadedContent } from '@docusaurus/plugin-content-docs';
import type { LoadContext, Plugin } from '@docusaurus/types';
import { twinPath } from '../../src/markdown-twin/twin-path.ts';
import { type ListedPage, type ListedSection, llmsFull, llmsIndex } from './llms.ts';
import { type ReadingSection, readingOrder } from './reading-order.ts';
import { toMarkdown } from './to-markdown.ts';

/** Pages that nobody reads as text. */
const WITHOUT_TWIN = /\/(?:404\.html|search)$/;
/** Too much for one text: every export of every package. */
const LOOKED_UP = 'Packages';
const LIST_OF_EXPORTS = /\/reference\/packages(?:\/[^/]+(?:\/[a-z0-9]+)?)?$/;

/** Writes each page once more as Markdown, from its HTML, and the lists `llms.txt` and `llms-full.txt`. */
export function markdownTwins({ siteConfig, outDir, baseUrl }: LoadContext): Plugin {
  let order: ReadingSection[] = [];
  const urlOf = (path: string): string => new URL(twinPath(path), siteConfig.url).href;

  return {
    name: 'markdown-twins',
    allContentLoaded({ allContent }) {
      const docs = allContent['docusaurus-plugin-content-docs']?.['default'];
      order = readingOrder(docs as LoadedContent);
      return Promise.resolve();
    },
    postBuild({ routesPaths }) {
      const routes = new Set(routesPaths.filter((path) => !WITHOUT_TWIN.test(path)));
      const twinOf = (href: string): string => twinOfLink(href, routes);
      const pages = [...routes].flatMap((path): ListedPage[] => {
        const html = htmlOf(path);
        return html === undefined ? [] : [{ path, ...toMarkdown(html, twinOf) }];
      });
      for (const { path, markdown } of pages) writeText(twinPath(path), markdown);
      const sections = sectionsOf(order, pages);
      const texts = sections.filter(({ title }) => title !== LOOKED_UP);
      const lists = sections.map(({ title, pages: all }) => ({
        title,
        pages: title === LOOKED_UP ? all.filter(({ path }) => LIST_OF_EXPORTS.test(path)) : all,
      }));
      writeText('/llms.txt', llmsIndex(lists, urlOf));
      writeText('/llms-full.txt', llmsFull(texts, urlOf));
      return Promise.resolve();
    },
  };

  function htmlOf(path: string): string | undefined {
    const base = join(outDir, path.slice(baseUrl.length));
    const file = [`${base}.html`, join(base, 'index.html')].find((candidate) =>
      existsSync(candidate),
    );
    return file === undefined ? undefined : readFileSync(file, 'utf8');
  }

  function writeText(path: string, text: string): void {
    const file = join(outDir, path.startsWith(baseUrl) ? path.slice(baseUrl.length) : path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** The address of a link's twin, if the link leads to a page of the site. */
function twinOfLink(href: string, routes: ReadonlySet<string>): string {
  const [path = '', anchor] = href.split('#');
  if (!routes.has(path)) return href;
  return anchor === undefined ? twinPath(path) : `${twinPath(path)}#${anchor}`;
}

/** Pages that stand in no sidebar come first: what can be tried. */
function sectionsOf(
  order: readonly ReadingSection[],
  pages: readonly ListedPage[],
): ListedSection[] {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const placed = new Set(order.flatMap(({ paths }) => paths));
  const ordered = order.map(({ title, paths }) => ({
    title,
    pages: paths.flatMap((path) => byPath.get(path) ?? []),
  }));
  return [{ title: 'Try', pages: pages.filter(({ path }) => !placed.has(path)) }, ...ordered];
}
