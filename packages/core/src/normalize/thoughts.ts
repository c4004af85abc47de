/** Tells the reasoning of one choice once, however many fields of the host tell it. */
export interface Thoughts {
  /**
   * Takes what one field says.
   *
   * @returns What of it is new: empty for a copy of what another field has told.
   */
  add(field: string, text: string): string;
  /** A further stretch of reasoning begins in this field. */
  begin(field: string): void;
}

interface Reader {
  /** How far the field has told what is known: the place of a piece, and a place in it. */
  piece: number;
  at: number;
  /** What was taken for a copy in this stretch; given out if it turns out to be none. */
  copied: string;
  /** Whether a word of this stretch has been compared yet. */
  hasBegun: boolean;
  state: 'following' | 'apart' | 'muted';
}

/** A copy of at least this many characters is no coincidence; where it differs, it is still a copy. */
const SURELY_COPIED = 16;

/**
 * Some hosts send the same thoughts in two fields, in step, one ahead of the other, or once more as a
 * whole. Each field is followed along what is known: as long as it repeats that, it brings nothing new;
 * where it goes beyond, it does.
 */
export function createThoughts(): Thoughts {
  const known: string[] = [];
  const readers = new Map<string, Reader>();

  return { add, begin };

  function begin(field: string): void {
    const reader = readers.get(field);
    if (reader) Object.assign(reader, { copied: '', hasBegun: false, state: 'following' });
  }

  function add(field: string, text: string): string {
    let reader = readers.get(field);
    if (!reader) {
      reader = { piece: 0, at: 0, copied: '', hasBegun: false, state: 'following' };
      readers.set(field, reader);
    }
    const fresh = reader.piece === known.length ? text : follow(reader, text);
    if (fresh !== '') tell(reader, fresh);
    return fresh;
  }

  function tell(teller: Reader, fresh: string): void {
    for (const reader of readers.values()) {
      // The others have yet to repeat it, unless it is the teller's own story.
      const isAtEnd = reader.piece === known.length && teller.state === 'apart';
      if (reader !== teller && !isAtEnd) continue;
      reader.piece = known.length + 1;
      reader.at = 0;
    }
    known.push(fresh);
  }

  function follow(reader: Reader, text: string): string {
    if (reader.state !== 'following') return reader.state === 'apart' ? text : '';
    let place = 0;
    // Parsers trim: the space before the first word is no difference.
    if (!reader.hasBegun) {
      place = text.length - text.trimStart().length;
      skipSpace(reader);
      reader.hasBegun = place < text.length;
    }
    while (place < text.length && reader.piece < known.length) {
      const piece = known[reader.piece] ?? '';
      if (text.charCodeAt(place) !== piece.charCodeAt(reader.at))
        return differ(reader, text, place);
      place += 1;
      reader.at += 1;
      if (reader.at === piece.length) next(reader);
    }
    reader.copied += text.slice(0, place);
    return text.slice(place);
  }

  function differ(reader: Reader, text: string, place: number): string {
    const copied = reader.copied + text.slice(0, place);
    reader.state = copied.length < SURELY_COPIED ? 'apart' : 'muted';
    return reader.state === 'apart' ? reader.copied + text : '';
  }

  function skipSpace(reader: Reader): void {
    while (reader.piece < known.length && isBlankAt(reader)) {
      reader.at += 1;
      if (reader.at === known[reader.piece]?.length) next(reader);
    }
  }

  function isBlankAt({ piece, at }: Reader): boolean {
    return known[piece]?.[at]?.trim() === '';
  }
}

function next(reader: Reader): void {
  reader.piece += 1;
  reader.at = 0;
}
