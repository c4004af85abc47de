/** A value as a literal of JavaScript, in the style that the formatter gives it: short ones on one line. */
export function javascript(value: unknown, indent = ''): string {
  if (typeof value === 'string') return quoteJavaScript(value);
  return collection(value, indent, JAVASCRIPT);
}

/** A value as a literal of Python. */
export function python(value: unknown, indent = ''): string {
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (value === null) return 'None';
  if (typeof value === 'string') return quotePython(value);
  return collection(value, indent, PYTHON);
}

/** A text between single quotes of a shell, where nothing means anything but the quote itself. */
export function shell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** How a language writes lists and objects. */
interface Style {
  readonly write: (value: unknown, indent: string) => string;
  readonly writeKey: (key: string) => string;
  readonly step: string;
  /** What stands within the braces of an object on one line. */
  readonly pad: string;
}

const JAVASCRIPT: Style = {
  write: javascript,
  writeKey: (key) => (isName(key) ? key : quoteJavaScript(key)),
  step: '  ',
  pad: ' ',
};

const PYTHON: Style = { write: python, writeKey: quotePython, step: '    ', pad: '' };

const WIDTH = 72;

function collection(value: unknown, indent: string, style: Style): string {
  const { write, writeKey, step } = style;
  if (typeof value !== 'object' || value === null) return String(value);
  const isList = Array.isArray(value);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  const inner = indent + step;
  const items = (at: string): string[] =>
    isList
      ? value.map((one) => write(one, at))
      : Object.entries(value)
          .filter(([, one]) => one !== undefined)
          .map(([key, one]) => `${writeKey(key)}: ${write(one, at)}`);
  const pad = isList ? '' : style.pad;
  const line = `${open}${pad}${items(inner).join(', ')}${pad}${close}`;
  if (items(inner).length === 0) return `${open}${close}`;
  if (!line.includes('\n') && indent.length + line.length <= WIDTH) return line;
  return `${open}\n${items(inner)
    .map((item) => `${inner}${item},\n`)
    .join('')}${indent}${close}`;
}

function isName(key: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(key) && key !== '__proto__';
}

/** JSON's escapes are JavaScript's; only the quotes differ. */
function quoteJavaScript(text: string): string {
  const inside = JSON.stringify(text).slice(1, -1);
  return `'${inside.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** JSON's escapes are Python's, too, but for halves of characters beyond the first plane, which JSON keeps as they are. */
function quotePython(text: string): string {
  return JSON.stringify(text);
}
