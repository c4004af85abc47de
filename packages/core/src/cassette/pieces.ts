import type { Piece } from './cassette.ts';
import type { Bytes } from './join-bytes.ts';

/** The most characters that one call takes as arguments everywhere. */
const RUN = 8_192;

/** Writes bytes as text where they are text, so that people can read them. */
export function writePiece(bytes: Uint8Array, atMs: number): Piece {
  try {
    // A byte order mark is a part of what was sent.
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return { atMs, text: decoder.decode(bytes) };
  } catch {
    let binary = '';
    for (let at = 0; at < bytes.length; at += RUN) {
      binary += String.fromCharCode(...bytes.subarray(at, at + RUN));
    }
    return { atMs, base64: btoa(binary) };
  }
}

/** The bytes of a piece. */
export function readPiece(piece: Piece): Bytes {
  if ('text' in piece) return new TextEncoder().encode(piece.text);
  return Uint8Array.from(atob(piece.base64), (character) => character.charCodeAt(0));
}
