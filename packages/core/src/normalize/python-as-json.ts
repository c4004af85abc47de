const WORDS: Readonly<Record<string, string>> = { True: 'true', False: 'false', None: 'null' };

/** What a character after a backslash stands for, where JSON does not know it. */
const ESCAPES: Readonly<Record<string, string>> = { "'": "'", a: '\x07', v: '\v', '\n': '' };

/** A string in either quotes, a word, or a comma before a closing bracket. */
const TOKEN = /"[^"\\]*(?:\\[^][^"\\]*)*"|'[^'\\]*(?:\\[^][^'\\]*)*'|[A-Za-z]+|,(?=\s*[}\]])/g;

/** What stands in a string of Python and not in one of JSON. */
const UNUSUAL = /\\x([0-9a-fA-F]{2})|\\([^])|["\0-\x1f]/g;

/**
 * Rewrites a literal of Python as JSON: quotes of either kind, `True`, `False`, `None`, a comma at the
 * end, line breaks inside strings. What is neither stays as it is, for the parser to refuse.
 *
 * @param text An object whose quotes are known to be closed.
 */
export function pythonAsJson(text: string): string {
  return text.replace(TOKEN, (token) => {
    if (token === ',') return '';
    if (token.startsWith('"') || token.startsWith("'")) return stringAsJson(token.slice(1, -1));
    return Object.hasOwn(WORDS, token) ? (WORDS[token] as string) : token;
  });
}

function stringAsJson(inner: string): string {
  const json = inner.replace(UNUSUAL, (found: string, hex?: string, escaped?: string) => {
    if (hex !== undefined) return `\\u00${hex}`;
    const meant = escaped === undefined ? found : ESCAPES[escaped];
    return meant === undefined ? found : JSON.stringify(meant).slice(1, -1);
  });
  return `"${json}"`;
}
