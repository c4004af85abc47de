import { HermesError } from '@hermes4/core';

/** A document within a message, ready to be sent. */
export interface FilePart {
  /** Marks a document. */
  type: 'file';
  /** The document. */
  file: {
    /** The PDF in base64. */
    file_data: string;
    /** The name by which the conversation can refer to it. */
    filename?: string;
  };
}

/** What a document may be. */
export interface FileFromBlobOptions {
  /**
   * The most bytes that it may have; a third more travel.
   *
   * @defaultValue 10,485,760 (10 MiB)
   */
  maxBytes?: number | undefined;
  /** What the conversation calls it. @defaultValue the file's own name, if it has one */
  filename?: string | undefined;
}

/** Whole groups of three bytes, and few enough of them to be arguments of one call. */
const STRIDE = 24_576;

/**
 * Makes a document that a page was given, by `<input type="file">` or dropped onto it, part of a message. The
 * model reads PDF.
 *
 * @throws HermesError `invalid_request` when it is too large, which is said before it is read, empty or no PDF.
 * @example
 * ```ts
 * import { createHermes, fileFromBlob } from '@hermes4/browser';
 *
 * async function summarize(file: File): Promise<string> {
 *   const content = [{ type: 'text' as const, text: 'Sum this up.' }, await fileFromBlob(file)];
 *   return createHermes()
 *     .chat.completions.stream({ messages: [{ role: 'user', content }] })
 *     .finalContent();
 * }
 * ```
 */
export async function fileFromBlob(
  blob: Blob,
  { maxBytes = 10 * 1_024 * 1_024, filename = nameOf(blob) }: FileFromBlobOptions = {},
): Promise<FilePart> {
  const { size } = blob;
  const called = filename ?? 'The document';
  if (size === 0) throw unfit(`${called} is empty`);
  if (size > maxBytes) throw unfit(`${called} has ${size} bytes; at most ${maxBytes} may be sent`);
  const bytes = new Uint8Array(await blob.arrayBuffer());
  if (!isPdf(bytes)) throw unfit(`${called} is no PDF, which is all that the model reads`);
  return {
    type: 'file',
    file: { file_data: toBase64(bytes), ...(filename !== undefined && { filename }) },
  };
}

function nameOf(blob: Blob): string | undefined {
  return 'name' in blob && typeof blob.name === 'string' ? blob.name : undefined;
}

/** Readers of PDF accept its mark anywhere in the first 1,024 bytes. */
function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1_024)).includes('%PDF-');
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += STRIDE) {
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + STRIDE)));
  }
  return text;
}

function unfit(why: string): HermesError {
  return new HermesError(`${why}.`, { code: 'invalid_request', path: 'blob' });
}
