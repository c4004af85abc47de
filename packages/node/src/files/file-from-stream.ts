import { Readable } from 'node:stream';
import { invalidOption } from '../invalid-option.ts';
import type { FileOptions, FilePart } from './file-part.ts';
import { readDocument } from './read-document.ts';

/** What gives the bytes of a document: a stream of Node or of the Web platform, or what can be iterated. */
export type ByteSource =
  | NodeJS.ReadableStream
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array>;

/**
 * Reads a document from a stream into a part of a message. The model reads PDF. The stream is read to its
 * end or, after an error, an abort or more than `maxBytes`, let go of.
 *
 * @throws HermesError `invalid_options` when it is too large, empty or no PDF; the stream's own error when it
 *   fails; the signal's reason after an abort.
 * @example
 * ```ts
 * import { createHermes, fileFromStream } from '@hermes4/node';
 *
 * const { body } = await fetch('https://files.example/report.pdf');
 * if (!body) throw new Error('There is no report.');
 * const report = await fileFromStream(body, { filename: 'report.pdf', maxBytes: 1_000_000 });
 * const content = [{ type: 'text' as const, text: 'Sum this up.' }, report];
 * await createHermes().chat.completions.create({ messages: [{ role: 'user', content }] });
 * ```
 */
export async function fileFromStream(
  stream: ByteSource,
  options: FileOptions = {},
): Promise<FilePart> {
  const name = options.filename ?? 'The document';
  return readDocument({ ...options, body: toWeb(stream), option: 'stream', name });
}

function toWeb(stream: ByteSource): ReadableStream<unknown> {
  if (stream instanceof Readable) return Readable.toWeb(stream) as ReadableStream<unknown>;
  if (stream instanceof ReadableStream) return stream;
  const isIterable = typeof stream === 'object' && Symbol.asyncIterator in stream;
  if (!isIterable) {
    throw invalidOption(
      'stream',
      'fileFromStream() takes a stream of bytes; a path is for fileFromPath().',
    );
  }
  return Readable.toWeb(Readable.from(stream)) as ReadableStream<unknown>;
}
