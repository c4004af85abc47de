import type { Token, Tokens } from 'marked';
import stringWidth from 'string-width';
import type { Style, Styles } from '../../styles.ts';
import { createFlow, type Margins, type Span } from './flow.ts';
import { spansOf } from './inline.ts';
import { renderTable } from './render-table.ts';
import type { Setting } from './setting.ts';

/** A whole block as lines, each ended. */
export function renderBlock(token: Token, setting: Setting, indent = ''): string {
  const { styles, width } = setting;
  const margins: Margins = { width, first: indent, rest: indent };
  switch (token.type) {
    case 'space':
    case 'def':
      return '';
    case 'heading':
      return lines(
        spansOf(inner(token), styles, headingStyle(token as Tokens.Heading, styles)),
        margins,
      );
    case 'code':
      return codeLines((token as Tokens.Code).text.split('\n'), setting, indent);
    case 'blockquote':
      return renderBlocks(inner(token), { ...setting, width: () => width() - 2 }, '')
        .replace(/^(?=.)/gm, `${indent}${styles.dim('│')} `)
        .replace(/^$(?!\n?$(?![^]))/gm, `${indent}${styles.dim('│')}`);
    case 'list':
      return renderItems(token as Tokens.List, setting, indent);
    case 'table':
      return renderTable(token as Tokens.Table, setting, indent);
    case 'hr':
      return `${indent}${styles.dim('─'.repeat(Math.max(3, Math.min(width() - stringWidth(indent), 40))))}\n`;
    default:
      return lines(
        'tokens' in token
          ? spansOf(inner(token), styles)
          : [{ text: token.raw.trimEnd(), style: same }],
        margins,
      );
  }
}

/** Blocks with an empty line between them. */
export function renderBlocks(tokens: readonly Token[], setting: Setting, indent: string): string {
  return tokens
    .map((token) => renderBlock(token, setting, indent))
    .filter((text) => text !== '')
    .join('\n');
}

/** The items of a list, from one to before another. */
export function renderItems(
  { items, ordered, start }: Tokens.List,
  setting: Setting,
  indent: string,
  [from, to]: readonly [number, number] = [0, items.length],
): string {
  return items
    .slice(from, to)
    .map((item, index) => {
      const number = (start === '' ? 1 : start) + from + index;
      return renderItem(item, ordered ? `${number}.` : '•', setting, indent);
    })
    .join('');
}

function renderItem(
  item: Tokens.ListItem,
  marker: string,
  setting: Setting,
  indent: string,
): string {
  const { styles } = setting;
  const box = item.task ? `${item.checked ? '[x]' : '[ ]'} ` : '';
  const hanging = `${indent}${' '.repeat(stringWidth(marker) + 1)}`;
  const blocks = item.tokens.filter(({ type }) => type !== 'checkbox');
  // A paragraph and the list within it stand close together.
  const body = blocks.map((token) => renderBlock(token, setting, hanging)).join('');
  return `${indent}${styles.cyan(marker)} ${box}${body === '' ? '\n' : body.slice(hanging.length)}`;
}

/** Lines of code, set in from the text around them, and never broken. */
export function codeLines(code: readonly string[], { styles }: Setting, indent: string): string {
  return code.map((line) => `${indent}  ${styles.green(line)}\n`).join('');
}

function headingStyle({ depth }: Tokens.Heading, styles: Styles): Style {
  return depth === 1 ? (text) => styles.bold(styles.underline(text)) : styles.bold;
}

function inner(token: Token): readonly Token[] {
  return (token as Tokens.Generic).tokens ?? [];
}

function lines(spans: readonly Span[], margins: Margins): string {
  const flow = createFlow(margins);
  return `${flow.add(spans)}${flow.end()}`;
}

function same(text: string): string {
  return text;
}
