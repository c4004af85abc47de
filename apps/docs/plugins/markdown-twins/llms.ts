/** A page as the lists for language models name it. */
export interface ListedPage {
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly markdown: string;
}

/** Pages under one heading, in the order of reading. */
export interface ListedSection {
  readonly title: string;
  readonly pages: readonly ListedPage[];
}

const INTRODUCTION = `# Hermes 4 toolkit

> A typed client, a command line and a local server for the open-weight language model nousresearch/hermes-4-405b, in TypeScript. Packages: @hermes4/core, node, browser, server, ai-sdk, cli.

Each page is Markdown. Every example in them is run by tests. The whole text of the guides: /llms-full.txt
`;

/** The index: each page with its address and what it says. */
export function llmsIndex(
  sections: readonly ListedSection[],
  urlOf: (path: string) => string,
): string {
  const lists = sections.map(({ title, pages }) => {
    const items = pages.map((page) => {
      const about = page.description === '' ? '' : `: ${page.description}`;
      return `- [${page.title}](${urlOf(page.path)})${about}`;
    });
    return `## ${title}\n\n${items.join('\n')}\n`;
  });
  return [INTRODUCTION, ...lists].join('\n');
}

/** All pages in one text, each below its address. */
export function llmsFull(
  sections: readonly ListedSection[],
  urlOf: (path: string) => string,
): string {
  const pages = sections.flatMap((section) => section.pages);
  const texts = pages.map(({ path, markdown }) => `<!-- ${urlOf(path)} -->\n\n${markdown}`);
  return [INTRODUCTION, ...texts].join('\n');
}
