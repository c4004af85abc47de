import { open } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { ChatCompletionMessageInput } from '@hermes4/node';
import { UsageError } from '../failure.ts';
import { whyNot } from '../files/read-given.ts';
import type { Io } from '../io.ts';

/** Far more than the model's context holds. */
const MAX_TEXT_BYTES = 8 * 1_024 * 1_024;

/** What a user's message can hold. */
export type UserContent = Extract<ChatCompletionMessageInput, { role: 'user' }>['content'];

type Part = Exclude<UserContent, string>[number];

/**
 * A user's message: files of text stand in it as text, under their names; PDF travels beside it.
 *
 * @param paths Files, from the directory that the command was called in.
 * @throws UsageError, or an error of the client's, that names the file and says why it cannot be attached.
 */
export async function userContent(
  prompt: string,
  paths: readonly string[],
  { cwd, signal }: Pick<Io, 'cwd' | 'signal'>,
): Promise<UserContent> {
  const parts = await Promise.all(paths.map((path) => readPart(path, resolve(cwd, path), signal)));
  const texts = parts.filter((part) => part.type === 'text').map((part) => part.text);
  const files = parts.filter((part) => part.type === 'file');
  const text = [...texts, prompt].filter((one) => one !== '').join('\n\n');
  return files.length === 0 ? text : [{ type: 'text', text }, ...files];
}

async function readPart(path: string, file: string, signal: AbortSignal): Promise<Part> {
  const bytes = await readUpTo(path, file);
  signal.throwIfAborted();
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') {
    const { fileFromPath } = await import('@hermes4/node');
    return fileFromPath(file, { signal });
  }
  return {
    type: 'text',
    text: `<file name=${JSON.stringify(basename(path))}>\n${decode(path, bytes).trimEnd()}\n</file>`,
  };
}

async function readUpTo(path: string, file: string): Promise<Buffer> {
  try {
    const handle = await open(file, 'r');
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) throw new UsageError(`${path} cannot be attached: it is no file.`);
      if (stats.size > MAX_TEXT_BYTES * 2) {
        throw new UsageError(
          `${path} cannot be attached: it has ${stats.size} bytes, and the model cannot read as much.`,
        );
      }
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${path} cannot be attached: ${whyNot(error)}.`);
  }
}

function decode(path: string, bytes: Buffer): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Told below, as bytes that only look like text are.
  }
  throw new UsageError(`${path} cannot be attached: it is neither text in UTF-8 nor PDF.`);
}
