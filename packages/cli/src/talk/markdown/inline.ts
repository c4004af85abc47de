import type { Token, Tokens } from 'marked';
import type { Style, Styles } from '../../styles.ts';
import type { Span } from './flow.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
};

const plain: Style = (text) => text;

/** The spans of a line's tokens. */
export function spansOf(tokens: readonly Token[], styles: Styles, style: Style = plain): Span[] {
  const within =
    (one: Style): Style =>
    (text) =>
      style(one(text));
  return tokens.flatMap((token): Span[] => {
    switch (token.type) {
      case 'strong':
        return nested(token, within(styles.bold));
      case 'em':
        return nested(token, within(styles.italic));
      case 'del':
        return nested(token, within(styles.strike));
      case 'link':
        return [...nested(token, within(styles.underline)), ...target(token as Tokens.Link)];
      case 'image':
        return [{ text: token.raw, style: within(styles.dim) }];
      case 'codespan':
        return [{ text: unspaced((token as Tokens.Codespan).text), style: within(styles.cyan) }];
      case 'br':
        return [{ text: '\n', style }];
      case 'escape':
        return [{ text: (token as Tokens.Escape).text, style }];
      default:
        return (token as Tokens.Generic).tokens
          ? nested(token, style)
          : [{ text: decoded(textIn(token)), style }];
    }
  });

  function nested(token: Token, nestedStyle: Style): Span[] {
    return spansOf((token as Tokens.Generic).tokens ?? [], styles, nestedStyle);
  }

  /** An address that the text does not show already. */
  function target({ href, text }: Tokens.Link): Span[] {
    if (href === text || href === `mailto:${text}`) return [];
    return [{ text: ` (${href})`, style: (shown) => style(styles.dim(shown)) }];
  }
}

function textIn(token: Token): string {
  return token.type === 'text' ? (token as Tokens.Text).text : token.raw;
}

function decoded(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|nbsp|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** Code is not broken between its words. */
function unspaced(code: string): string {
  return code.replaceAll(' ', '\u00A0').replaceAll('\n', '\u00A0');
}
