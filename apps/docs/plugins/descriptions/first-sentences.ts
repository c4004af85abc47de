const MOST = 120;
/** What does not begin a paragraph of prose: headings, tables, fences, lists, imports, tags, rules, quotes. */
const NO_PROSE = /^(?:#|\||```|[-*>] |\d+\. |import |export |<|---|:::|\s{4})/;

/** What a page says of itself: the first sentences of its first paragraph, as plain text and not too much of it. */
export function firstSentences(markdown: string): string | undefined {
  const paragraphs = withoutFences(markdown).split(/\n{2,}/);
  const first = paragraphs.find((text) => text.trim() !== '' && !NO_PROSE.test(text.trimStart()));
  if (first === undefined) return undefined;
  const sentences = plain(first).match(/[^.!?]+(?:[.!?](?=\s|$)|[.!?]|$)+/g) ?? [];
  let said = '';
  for (const sentence of sentences) {
    if (said !== '' && said.length + sentence.length > MOST) break;
    said += sentence;
  }
  return said.trim().replace(/:$/, '.');
}

function withoutFences(markdown: string): string {
  return markdown.replace(/^```[^]*?^```$/gm, '');
}

function plain(paragraph: string): string {
  return paragraph
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*]|\b_|_\b/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
