/** The inside of one JSON string, from its opening quote to its closing one. */
export interface JsonText {
  /** Reads on from this place; gives the place after what it took. */
  push(text: string, from: number): number;
  /** The text so far, without half a surrogate pair or half an escape. */
  soFar(): string;
  /** Whether the closing quote has come. */
  isClosed(): boolean;
  /** What should stand where reading stopped, if something else does. */
  missing(): string | undefined;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const FIRST_PRINTABLE = 0x20;

/** Starts an empty text. Pieces are joined, never copied, so that a long text costs no more per piece. */
export function createJsonText(): JsonText {
  let soFar = '';
  /** The first half of a surrogate pair whose second half has not come. */
  let half = '';
  /** An escape that has begun, with its backslash. */
  let escape = '';
  let closed = false;
  let missing: string | undefined;

  return {
    push,
    soFar: () => soFar,
    isClosed: () => closed,
    missing: () => missing,
  };

  function push(text: string, from: number): number {
    let at = from;
    while (at < text.length && !closed && missing === undefined) {
      at = escape === '' ? readPlain(text, at) : readEscape(text.charAt(at), at);
    }
    return at;
  }

  function readPlain(text: string, from: number): number {
    let at = from;
    let code = text.charCodeAt(at);
    while (code >= FIRST_PRINTABLE && code !== QUOTE && code !== BACKSLASH) {
      at += 1;
      code = text.charCodeAt(at);
    }
    if (at > from) append(text.slice(from, at));
    if (at === text.length) return at;
    if (code === QUOTE) {
      soFar += half;
      closed = true;
    } else if (code === BACKSLASH) escape = '\\';
    else {
      missing = 'an escape such as \\n in place of a control character';
      return at;
    }
    return at + 1;
  }

  function readEscape(char: string, at: number): number {
    const escaped = escape === '\\' ? ESCAPES[char] : undefined;
    const fits = escape === '\\' ? char === 'u' : /^[\da-f]$/i.test(char);
    if (escaped !== undefined) {
      append(escaped);
      escape = '';
    } else if (fits) {
      escape += char;
      if (escape.length === 6) {
        append(String.fromCharCode(Number.parseInt(escape.slice(2), 16)));
        escape = '';
      }
    } else {
      missing = escape === '\\' ? 'an escape' : 'a hexadecimal digit';
      return at;
    }
    return at + 1;
  }

  function append(piece: string): void {
    const last = piece.charCodeAt(piece.length - 1);
    const endsInHalf = last >= 0xd800 && last < 0xdc00;
    soFar += half + (endsInHalf ? piece.slice(0, -1) : piece);
    half = endsInHalf ? piece.slice(-1) : '';
  }
}
