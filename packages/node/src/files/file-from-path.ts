import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { invalidOption } from '../invalid-option.ts';
import type { FileOptions, FilePart } from './file-part.ts';
import { checkedMaxBytes, readDocument } from './read-document.ts';
import { toPath } from './to-path.ts';

/**
 * Reads a file into a part of a message. The model reads PDF. A file that is too large is refused before it
 * is read; so is what is no file: a directory, a pipe, a device.
 *
 * @throws HermesError `invalid_options` when there is no such file, or it cannot be read, is too large, empty
 *   or no PDF; the signal's reason after an abort.
 * @example
 * ```ts
 * import { createHermes, fileFromPath } from '@hermes4/node';
 *
 * const content = [{ type: 'text' as const, text: 'Sum this up.' }, await fileFromPath('report.pdf')];
 * await createHermes().chat.completions.create({ messages: [{ role: 'user', content }] });
 * ```
 */
export async function fileFromPath(
  path: string | URL,
  options: FileOptions = {},
): Promise<FilePart> {
  const { signal } = options;
  signal?.throwIfAborted();
  const name = toPath(path);
  const maxBytes = checkedMaxBytes(options.maxBytes);
  const handle = await openFile(name, maxBytes);
  const filename = options.filename ?? basename(name);
  const body = Readable.toWeb(handle.createReadStream()) as ReadableStream<unknown>;
  return readDocument({ body, signal, filename, maxBytes, option: 'path', name });
}

async function openFile(name: string, maxBytes: number): Promise<FileHandle> {
  // Opening alone makes some devices do things.
  check(await reached(name, stat(name)), name, maxBytes);
  // Whatever stands there by now, opening it does not wait for a writer.
  const handle = await reached(name, open(name, constants.O_RDONLY | constants.O_NONBLOCK));
  try {
    check(await handle.stat(), name, maxBytes);
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function check(stats: Stats, name: string, maxBytes: number): void {
  if (!stats.isFile()) {
    const kind = stats.isDirectory() ? 'a directory' : 'no regular file';
    throw invalidOption('path', `${name} cannot be sent: it is ${kind}.`);
  }
  if (stats.size > maxBytes) {
    throw invalidOption(
      'path',
      `${name} cannot be sent: it has ${stats.size} bytes, and at most ${maxBytes} may be sent. Raise maxBytes if it may be.`,
    );
  }
}

async function reached<Value>(name: string, reaching: Promise<Value>): Promise<Value> {
  try {
    return await reaching;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : `the system says ${code ?? 'no'}`;
    throw invalidOption('path', `${name} cannot be read: ${why}.`, cause);
  }
}
