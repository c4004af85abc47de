import { readFile } from 'node:fs/promises';
import { UsageError } from '../failure.ts';

/** What a TOML file says. */
export type Table = Record<string, unknown>;

/**
 * Reads a TOML file.
 *
 * @returns Nothing when there is no such file.
 * @throws UsageError that names the file, and the line and column of what is no TOML.
 */
export async function readToml(path: string): Promise<Table | undefined> {
  const text = await readTextIfAny(path);
  return text === undefined ? undefined : parseToml(text, path);
}

/**
 * The text of a file.
 *
 * @returns Nothing when there is no such file.
 * @throws UsageError that names the file when it cannot be read.
 */
export async function readTextIfAny(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new UsageError(`${path} cannot be read: ${code ?? message}.`);
  }
}

/**
 * Reads TOML; the parser is loaded here and only when there is something to parse.
 *
 * @param place How errors call it.
 */
export async function parseToml(text: string, place: string): Promise<Table> {
  const { parse, TomlError } = await import('smol-toml');
  try {
    return parse(text.replace(/^\u{FEFF}/u, ''));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [first = ''] = error.message.replace(/^Invalid TOML document: /, '').split('\n');
    throw new UsageError(
      `${place}:${error.line}:${error.column}: this is no TOML: ${first}\n\n${error.codeblock.trimEnd()}`,
    );
  }
}
