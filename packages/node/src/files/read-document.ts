import { constants } from 'node:buffer';
import { invalidOption } from '../invalid-option.ts';
import type { FileOptions, FilePart } from './file-part.ts';

/** A document that has not been read yet. */
export interface Document extends FileOptions {
  /** Its bytes. */
  readonly body: ReadableStream<unknown>;
  /** The option that errors name. */
  readonly option: 'path' | 'stream';
  /** What errors call it. */
  readonly name: string;
}

/** What is sent is one string, in base64. */
const MOST_BYTES = Math.floor(constants.MAX_STRING_LENGTH / 4) * 3;

/**
 * The size that a document may have.
 *
 * @throws HermesError `invalid_options`.
 */
export function checkedMaxBytes(maxBytes: number = 10 * 1_024 * 1_024): number {
  if (Number.isInteger(maxBytes) && maxBytes > 0 && maxBytes <= MOST_BYTES) return maxBytes;
  throw invalidOption(
    'maxBytes',
    `Option maxBytes cannot be used: expected a whole number from 1 to ${MOST_BYTES}.`,
  );
}

/** Reads a document, and no more of one than can be sent. Its body is let go of in any case. */
export async function readDocument(document: Document): Promise<FilePart> {
  const { body, signal, filename } = document;
  const reader = body.getReader();
  const stop = (): void => void reader.cancel(signal?.reason).catch(() => undefined);
  signal?.addEventListener('abort', stop);
  try {
    signal?.throwIfAborted();
    const data = (await collect(reader, document)).toString('base64');
    return { type: 'file', file: { file_data: data, ...(filename !== undefined && { filename }) } };
  } catch (error) {
    stop();
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

async function collect(
  reader: ReadableStreamDefaultReader<unknown>,
  { maxBytes, signal, option, name }: Document,
): Promise<Buffer> {
  const most = checkedMaxBytes(maxBytes);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await next(reader, signal);
    if (done) break;
    if (!(value instanceof Uint8Array)) {
      throw invalidOption(
        option,
        `${name} cannot be sent: expected bytes, received ${typeof value}. Give the stream no encoding.`,
      );
    }
    size += value.length;
    if (size > most) {
      throw invalidOption(option, `${name} cannot be sent: it has more than ${most} bytes.`);
    }
    chunks.push(value);
  }
  const bytes = Buffer.concat(chunks, size);
  if (size === 0) throw invalidOption(option, `${name} cannot be sent: it is empty.`);
  if (!isPdf(bytes)) {
    throw invalidOption(
      option,
      `${name} cannot be sent: it is no PDF, which is all that the API takes. Put text into the message itself.`,
    );
  }
  return bytes;
}

/** A stream that was stopped seems to have ended; its reader learns why. */
async function next(
  reader: ReadableStreamDefaultReader<unknown>,
  signal: AbortSignal | undefined,
): Promise<{ done: boolean; value?: unknown }> {
  try {
    return await reader.read();
  } finally {
    signal?.throwIfAborted();
  }
}

/** Readers of PDF accept its mark anywhere in the first 1,024 bytes. */
function isPdf(bytes: Buffer): boolean {
  return bytes.subarray(0, 1_024).includes('%PDF-');
}
