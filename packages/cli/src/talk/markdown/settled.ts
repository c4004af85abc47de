import { Lexer, type Token } from 'marked';

/** How everything here reads Markdown: a line that ends, ends. */
export const READING = { gfm: true, breaks: true } as const;

/** What of an unfinished paragraph no later text can change, and how long it is in the source. */
export interface Settled {
  readonly tokens: readonly Token[];
  readonly length: number;
}

/**
 * Characters that may open something which is not closed yet; not an underscore within a word, and not a star or
 * tilde, backtick aside, between spaces.
 */
const OPENER = /`|\[|\||!(?=\[|$)|<(?=[a-z/!?]|$)|\\|(?<!\w)_|_(?!\w)|(?<!\s)[*~]|[*~](?!\s)/i;

/** Finds the settled beginning of a paragraph that is still being written. */
export function settledOf(source: string): Settled {
  const tokens = Lexer.lexInline(source, READING);
  const settled: Token[] = [];
  let length = 0;
  for (const [index, token] of tokens.entries()) {
    const isLast = index === tokens.length - 1;
    if (token.type !== 'text') {
      // One more delimiter would make it something else.
      const next = source[length + token.raw.length];
      if (next === undefined || next === token.raw.at(-1)) break;
      settled.push(token);
      length += token.raw.length;
      continue;
    }
    const opener = token.raw.search(OPENER);
    const open = opener === -1 ? token.raw : token.raw.slice(0, opener);
    const safe = isLast || opener !== -1 ? open.slice(0, open.search(/\S*$/)) : open;
    if (safe !== '') settled.push({ type: 'text', raw: safe, text: safe });
    length += safe.length;
    if (safe.length < token.raw.length) break;
  }
  return { tokens: settled, length };
}
