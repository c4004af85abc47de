import { isDeepStrictEqual } from 'node:util';
import { parse, stringify } from 'smol-toml';

/**
 * Sets or removes one key of a TOML text and leaves everything else as it was written, comments included.
 *
 * @param text A text that parses.
 * @param value What the key is to have; `undefined` removes it.
 */
export function editToml(text: string, key: string, value: unknown): string {
  const before = parse(text);
  const { [key]: _, ...others } = before;
  const wanted = value === undefined ? others : { ...others, [key]: value };
  const line = value === undefined ? '' : stringify({ [key]: value });
  const edited = key in before ? replaceEntry(text, key, line) : insertEntry(text, line);
  // An entry may be written in more ways than are known here; what the file means matters more than its looks.
  return means(edited, wanted) ? edited : stringify(wanted);
}

/** Replaces the lines of an entry: its first, and further ones as long as that alone does not parse. */
function replaceEntry(text: string, key: string, line: string): string {
  const lines = text.split('\n');
  const start = lines.findIndex((one) => new RegExp(`^\\s*(["']?)${key}\\1\\s*=`).test(one));
  if (start < 0) return text;
  let end = start + 1;
  while (end < lines.length && !isComplete(lines.slice(start, end).join('\n'))) end += 1;
  const comment = end === start + 1 ? trailingComment(lines[start] ?? '') : '';
  const put = line === '' ? [] : [`${line.trimEnd()}${comment}`];
  return [...lines.slice(0, start), ...put, ...lines.slice(end)].join('\n');
}

/** Puts an entry at the end of the top level, which the first table ends. */
function insertEntry(text: string, line: string): string {
  const lines = text.split('\n');
  const table = lines.findIndex((one) => /^\s*\[/.test(one));
  if (table < 0)
    return `${text.replace(/\n*$/, (end) => (text.trim() === '' ? '' : end.slice(0, 1) || '\n'))}${line}`;
  return [...lines.slice(0, table), line, ...lines.slice(table)].join('\n');
}

function trailingComment(line: string): string {
  return /(?<comment>\s+#[^"']*)$/.exec(line)?.groups?.['comment'] ?? '';
}

function isComplete(text: string): boolean {
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
}

function means(text: string, wanted: Record<string, unknown>): boolean {
  try {
    return isDeepStrictEqual(sorted(parse(text)), sorted(wanted));
  } catch {
    return false;
  }
}

/** By name: in which order a file lists its keys is of no consequence. */
function sorted(table: Record<string, unknown>): unknown {
  return Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1));
}
