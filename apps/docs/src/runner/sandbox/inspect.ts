/** How deep a value is shown before its inside is left out, as Node does it. */
const DEPTH = 2;
/** What fits on one line. */
const WIDTH = 72;

/** What `console.log` prints of its arguments. */
export function formatAll(values: readonly unknown[]): string {
  return values.map((value) => (typeof value === 'string' ? value : inspect(value))).join(' ');
}

/** A value as a reader of Node's console knows it. */
export function inspect(value: unknown, depth = 0, above: readonly unknown[] = []): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function')
    return value.name === '' ? '[Function (anonymous)]' : `[Function: ${value.name}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (above.includes(value)) return '[Circular *1]';
  if (value instanceof Error) return describeError(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof RegExp) return String(value);
  const inner = (one: unknown): string => inspect(one, depth + 1, [...above, value]);
  if (Array.isArray(value)) return depth > DEPTH ? '[Array]' : wrap('[', value.map(inner), ']');
  const name = nameOf(value);
  if (depth > DEPTH) return `[${name || 'Object'}]`;
  const opening = name === '' ? '{' : `${name} {`;
  return wrap(opening, entriesOf(value, inner), '}');
}

function entriesOf(value: object, inner: (one: unknown) => string): string[] {
  if (value instanceof Map) return [...value].map(([key, one]) => `${inner(key)} => ${inner(one)}`);
  if (value instanceof Set) return [...value].map(inner);
  return Object.entries(value).map(([key, one]) => `${keyOf(key)}: ${inner(one)}`);
}

function wrap(opening: string, entries: readonly string[], closing: string): string {
  if (entries.length === 0) return `${opening}${closing}`;
  const line = `${opening} ${entries.join(', ')} ${closing}`;
  if (line.length <= WIDTH && !line.includes('\n')) return line;
  const lines = entries.map((entry) => `  ${entry.replaceAll('\n', '\n  ')}`);
  return `${opening}\n${lines.join(',\n')}\n${closing}`;
}

function nameOf(value: object): string {
  if (value instanceof Map || value instanceof Set) {
    return `${value.constructor.name}(${value.size})`;
  }
  const prototype = Object.getPrototypeOf(value) as { constructor?: { name?: string } } | null;
  if (prototype === null) return '[Object: null prototype]';
  const name = prototype.constructor?.name ?? '';
  return name === 'Object' ? '' : name;
}

function describeError(error: Error): string {
  return `${error.name}: ${error.message}`;
}

function keyOf(key: string): string {
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(key) ? key : quote(key);
}

function quote(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
  if (!escaped.includes("'")) return `'${escaped}'`;
  return escaped.includes('"') ? `'${escaped.replaceAll("'", "\\'")}'` : `"${escaped}"`;
}
