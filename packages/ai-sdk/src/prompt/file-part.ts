import {
  type LanguageModelV4FilePart,
  type SharedV4FileData,
  UnsupportedFunctionalityError,
} from '@ai-sdk/provider';

/** A piece of a user's message, as the API takes it. */
export type UserPart =
  | { type: 'text'; text: string }
  | { type: 'file'; file: { file_data: string; filename?: string } };

/**
 * A file as the API takes it: documents as PDF, everything that is text as text.
 *
 * @throws UnsupportedFunctionalityError for what the model cannot read.
 */
export function filePart({ mediaType, data, filename }: LanguageModelV4FilePart): UserPart {
  const text = textOf(data, mediaType);
  if (text !== undefined) return { type: 'text', text };
  if (mediaType !== 'application/pdf') {
    throw unsupported(`files of type ${mediaType}`, 'it reads text and PDF documents');
  }
  const name = filename === undefined ? {} : { filename };
  return { type: 'file', file: { file_data: base64Of(data), ...name } };
}

function textOf(data: SharedV4FileData, mediaType: string): string | undefined {
  if (data.type === 'text') return data.text;
  if (data.type !== 'data' || !/^text\b/.test(mediaType)) return undefined;
  const bytes = typeof data.data === 'string' ? bytesOf(data.data) : data.data;
  return new TextDecoder().decode(bytes);
}

function base64Of(data: SharedV4FileData): string {
  // The SDK has downloaded what had an address: no model of this provider opens addresses.
  if (data.type !== 'data') throw unsupported(`a ${data.type} as a file`, 'give the bytes');
  return typeof data.data === 'string' ? data.data : asBase64(data.data);
}

/** In runs, because a call takes only so many arguments. */
function asBase64(bytes: Uint8Array): string {
  const runs: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000) {
    runs.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  }
  return btoa(runs.join(''));
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}

function unsupported(functionality: string, why: string): UnsupportedFunctionalityError {
  const message = `Hermes 4 does not take ${functionality}: ${why}.`;
  return new UnsupportedFunctionalityError({ functionality, message });
}
