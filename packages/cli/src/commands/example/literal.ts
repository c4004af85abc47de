/** How a language writes values down. */
export interface Notation {
  readonly key: (name: string) => string;
  readonly text: (text: string) => string;
  readonly words: { readonly true: string; readonly false: string; readonly null: string };
  readonly indent: string;
}

const WIDTH = 80;

/** JavaScript and TypeScript. */
export const JAVASCRIPT: Notation = {
  key: (name) => (/^[a-z_$][\w$]*$/i.test(name) ? name : single(name)),
  text: single,
  words: { true: 'true', false: 'false', null: 'null' },
  indent: '  ',
};

/** Python. */
export const PYTHON: Notation = {
  key: (name) => JSON.stringify(name),
  text: (text) => JSON.stringify(text),
  words: { true: 'True', false: 'False', null: 'None' },
  indent: '    ',
};

/** JSON. */
export const JSON_NOTATION: Notation = { ...PYTHON, words: JAVASCRIPT.words, indent: '  ' };

/**
 * A value of JSON as source text: short ones on a line, others with an entry on each.
 *
 * @param depth How far the line on which it begins is set in.
 */
export function literal(value: unknown, notation: Notation, depth = 0): string {
  if (typeof value === 'string') return notation.text(value);
  if (value === null || typeof value === 'boolean') {
    return notation.words[String(value) as keyof Notation['words']];
  }
  if (typeof value !== 'object') return String(value);
  const isList = Array.isArray(value);
  const entries = isList
    ? value.map((item) => ({ start: '', item: item as unknown }))
    : Object.entries(value).map(([name, item]) => ({
        start: `${notation.key(name)}: `,
        item: item as unknown,
      }));
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  const line = entries.map(({ start, item }) => start + literal(item, notation, depth)).join(', ');
  const space = isList || line === '' ? '' : ' ';
  const short = `${open}${space}${line}${space}${close}`;
  if (depth > 0 && !short.includes('\n') && short.length + depth * notation.indent.length <= WIDTH)
    return short;
  const inner = notation.indent.repeat(depth + 1);
  const lines = entries.map(
    ({ start, item }) => `${inner}${start}${literal(item, notation, depth + 1)}`,
  );
  const last = notation === JSON_NOTATION ? '' : ',';
  return `${open}\n${lines.join(',\n')}${last}\n${notation.indent.repeat(depth)}${close}`;
}

function single(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1);
  return `'${inner.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
