import { describe, expect, it } from 'vitest';
import { toMarkdown } from './to-markdown.ts';

const asWritten = (html: string) => toMarkdown(html, (href) => href).markdown;
const page = (content: string) =>
  `<html><head><title>Hello | Site</title><meta name="description" content="What it says."></head>
   <body><nav>Menu</nav><main><div class="theme-doc-markdown">${content}</div></main></body></html>`;

describe('the Markdown of a page', () => {
  it('has its title, its description and its words, without menus and buttons', () => {
    const html = page('<h1>Hello</h1><p>One <em>word</em>.</p><button>Copy</button>');
    expect(toMarkdown(html, (href) => href)).toEqual({
      title: 'Hello',
      description: 'What it says.',
      markdown: '# Hello\n\nOne *word*.\n',
    });
  });

  it('keeps code as it stands: its language, its blank lines, its indentation', () => {
    const html = page(
      `<pre class="prism-code language-ts"><code><div class="token-line"><span>if (a) {</span><br/></div><div class="token-line"><span></span><br/></div><div class="token-line"><span>  import('x');</span><br/></div></code></pre>`,
    );
    expect(asWritten(html)).toBe("```ts\nif (a) {\n\n  import('x');\n```\n");
  });

  it('holds every language of a group, and says in which one prose is', () => {
    const html = page(
      `<div data-language-group="typescript curl"><div role="tablist" data-llms="skip">TypeScript cURL</div>
       <div data-language-panel="typescript"><pre class="language-ts"><code>a</code></pre></div>
       <div data-language-panel="curl"><p>Nothing to install.</p></div></div>`,
    );
    expect(asWritten(html)).toBe('```ts\na\n```\n\n**cURL:**\n\nNothing to install.\n');
  });

  it('leaves out what is marked, and the anchors of headings', () => {
    const html = page(
      '<h2>Two<a class="hash-link" href="#two">#</a></h2><p data-llms="skip">x</p>',
    );
    expect(asWritten(html)).toBe('## Two\n');
  });

  it('turns links as it is told', () => {
    const html = page('<p><a href="/guides/tools">Tools</a></p>');
    expect(toMarkdown(html, (href) => `${href}.md`).markdown).toBe('[Tools](/guides/tools.md)\n');
  });

  it('keeps tables', () => {
    const html = page(
      '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td><code>1</code></td></tr></tbody></table>',
    );
    expect(asWritten(html)).toBe('| a   |\n| --- |\n| `1` |\n');
  });
});
