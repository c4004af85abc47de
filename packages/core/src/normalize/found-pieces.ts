import type { Found } from './piece.ts';

/** What the scanner has found and not yet handed on. */
export interface FoundPieces {
  text(text: string): void;
  reasoning(text: string): void;
  add(pieces: readonly Found[]): void;
  /** All text so far was reasoning, what was handed on before included. */
  moveText(): void;
  /** Hands on what was found; `keepText` remembers its text, in case that it has to be moved. */
  take(keepText: boolean): Found[];
}

/** Starts with nothing found. */
export function createFoundPieces(): FoundPieces {
  let found: Found[] = [];
  let before = '';

  return { text, reasoning, add: (pieces) => void found.push(...pieces), moveText, take };

  function text(text: string): void {
    const last = found.at(-1);
    if (last?.kind === 'text') last.text += text;
    else if (text !== '') found.push({ kind: 'text', text });
  }

  function reasoning(text: string): void {
    if (text !== '') found.push({ kind: 'reasoning', text, origin: 'inline' });
  }

  function moveText(): void {
    found = found.map((piece) =>
      piece.kind === 'text' ? { kind: 'reasoning', text: piece.text, origin: 'recovered' } : piece,
    );
    if (before !== '') found.unshift({ kind: 'moved', text: before });
  }

  function take(keepText: boolean): Found[] {
    const taken = found;
    found = [];
    if (keepText) for (const piece of taken) if (piece.kind === 'text') before += piece.text;
    return taken;
  }
}
