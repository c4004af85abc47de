import { readdirSync, readFileSync } from 'node:fs';

const STREAMS = new URL('fixtures/streams/', import.meta.url);

/** The recorded streams by name. */
export const recordedStreams: ReadonlyMap<string, Uint8Array> = new Map(
  readdirSync(STREAMS)
    .filter((name) => name.endsWith('.sse'))
    .map((name) => [name, new Uint8Array(readFileSync(new URL(name, STREAMS)))]),
);

/** The same stream with another line ending. */
export function withLineEnding(bytes: Uint8Array, ending: string): Uint8Array {
  return utf8(new TextDecoder().decode(bytes).replaceAll('\n', ending));
}

/** A text as the network carries it. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Bytes cut at these places, in any order; places outside are ignored. */
export function cutAt(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const edges = [...new Set([0, ...places, bytes.length])]
    .filter((place) => place >= 0 && place <= bytes.length)
    .sort((a, b) => a - b);
  return edges.slice(1).map((end, index) => bytes.subarray(edges[index], end));
}
