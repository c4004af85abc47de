/** How a language writes values down. */
export interface Notation {
  readonly key: (name: string) => string;
  readonly text: (text: string) => string;
  readonly words: { readonly true: string; readonly false: string; readonly null: string };
  readonly indent: string;
  /** What stands inside the braces of an object on one line. */
  readonly pad: string;
}

const WIDTH = 80;

/** JavaScript and TypeScript. */
export const JAVASCRIPT: Notation = {
  key: (name) => (/^[a-z_$][\w$]*$/i.test(name) ? name : single(name)),
  text: single,
  words: { true: 'true', false: 'false', null: 'null' },
  indent: '  ',
  pad: ' ',
};

/** Python. */
export const PYTHON: Notation = {
  key: (name) => JSON.stringify(name),
  text: (text) => JSON.stringify(text),
  words: { true: 'True', false: 'False', null: 'None' },
  indent: '    ',
  pad: '',
};

/** JSON. */
export const JSON_NOTATION: Notation = {
  ...PYTHON,
  words: JAVASCRIPT.words,
  indent: '  ',
  pad: ' ',
};

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
  if (typeof value !== 'object') return JSON.stringify(value);
  const isList = Array.isArray(value);
  const entries = isList
    ? value.map((item) => ({ start: '', item: item as unknown }))
    : Object.entries(value).map(([name, item]) => ({
        start: `${notation.key(name)}: `,
        item: item as unknown,
      }));
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  const line = entries.map(({ start, item }) => start + literal(item, notation, depth)).join(', ');
  const space = isList || line === '' ? '' : notation.pad;
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

/** In single quotes, unless it holds one and no double ones. */
function single(text: string): string {
  const double = JSON.stringify(text);
  if (text.includes("'") && !text.includes('"')) return double;
  return `'${double.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
