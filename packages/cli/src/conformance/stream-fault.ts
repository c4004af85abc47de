import { refusalOf, streamedContent } from './shapes.ts';
import type { StreamedAnswer } from './wire.ts';

/** Why an answer is no stream of text that can be read; `undefined` when it is one. */
export function faultOf(streamed: StreamedAnswer): string | undefined {
  if (streamed.status !== 200) return refusalOf(streamed);
  if (!streamed.isStream) {
    return `asked to stream, it sent ${streamed.headers.get('content-type') ?? 'no content type'}`;
  }
  if (streamed.chunks.includes(undefined)) return 'an event that is not JSON';
  if (streamedContent(streamed.chunks) === '') return 'no text in choices[0].delta.content';
  return undefined;
}
