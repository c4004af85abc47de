import type { Element, ElementContent, Root } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { EXIT, SKIP, visit } from 'unist-util-visit';
import { isLanguage, labelOf } from '../../src/language/languages.ts';

/** A page as text. */
export interface MarkdownPage {
  readonly title: string;
  readonly description: string;
  readonly markdown: string;
}

const CONTENT = '.theme-doc-markdown, .markdown, main';
/** What is there for eyes and pointers only; `data-llms="skip"` marks more of it. */
const LEFT_OUT =
  '[data-llms=skip], .hash-link, .theme-doc-breadcrumbs, .theme-doc-toc-mobile, .pagination-nav, .theme-doc-footer, [class*=codeBlockTitle], button, svg, script, style, link, iframe, template';

const parser = unified().use(rehypeParse);
const writer = unified()
  .use(rehypeRemark)
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', fences: true, rule: '-' });

/**
 * The words of a rendered page as Markdown, code intact and links leading to other twins.
 *
 * @param html The whole page.
 * @param twinOf Turns the address of a link into that of its twin; others stay.
 */
export function toMarkdown(html: string, twinOf: (href: string) => string): MarkdownPage {
  const page = parser.parse(html);
  const content = select(CONTENT, page);
  const description = select('meta[name=description]', page)?.properties['content'];
  if (!content) return { title: titleOf(page), description: '', markdown: '' };
  dropUnwritten(content);
  nameLanguages(content);
  flattenCode(content);
  for (const link of selectAll('a[href]', content)) {
    link.properties['href'] = twinOf(String(link.properties['href']));
  }
  const heading = select('h1', content);
  return {
    title: heading ? toString(heading).trim() : titleOf(page),
    description: typeof description === 'string' ? description : '',
    markdown: asText({ type: 'root', children: [content] }),
  };
}

function asText(root: Root): string {
  return writer.stringify(writer.runSync(root));
}

function titleOf(page: Root): string {
  const title = select('title', page);
  return title ? (toString(title).split(' | ')[0] ?? '') : '';
}

function dropUnwritten(content: Element): void {
  const unwritten = new Set(selectAll(LEFT_OUT, content));
  visit(content, 'element', (node, index, parent) => {
    if (!unwritten.has(node) || index === undefined || !parent) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}

/** Without tabs, prose in one language has to say in which; a fenced block says so by itself. */
function nameLanguages(content: Element): void {
  for (const panel of selectAll('[data-language-panel]', content)) {
    const language = panel.properties['dataLanguagePanel'];
    if (!isLanguage(language) || isCode(panel.children)) continue;
    const label: Element = element('strong', [{ type: 'text', value: `${labelOf(language)}:` }]);
    panel.children.unshift(element('p', [label]));
  }
}

function isCode(children: readonly ElementContent[]): boolean {
  const shown = children.filter((child) => child.type === 'element');
  return shown.length === 1 && shown[0] !== undefined && select('pre', shown[0]) !== undefined;
}

/** A highlighted block is a tree of lines and tokens: only its text and its language are kept. */
function flattenCode(content: Element): void {
  for (const pre of selectAll('pre', content)) {
    const lines = selectAll('.token-line', pre);
    const text = lines.length > 0 ? lines.map((line) => toString(line)).join('\n') : toString(pre);
    const code = element('code', [{ type: 'text', value: `${text.replace(/\n+$/, '')}\n` }]);
    const language = languageOf(pre);
    if (language !== undefined) code.properties['className'] = [`language-${language}`];
    pre.children = [code];
  }
}

function languageOf(pre: Element): string | undefined {
  let found: string | undefined;
  visit(pre, 'element', ({ properties }) => {
    const names = Array.isArray(properties['className']) ? properties['className'] : [];
    found = names
      .map(String)
      .find((name) => name.startsWith('language-'))
      ?.slice('language-'.length);
    return found === undefined ? undefined : EXIT;
  });
  return found;
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}
