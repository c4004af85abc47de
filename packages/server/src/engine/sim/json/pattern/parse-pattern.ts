/**
 * A regular expression as a tree, in the part of ECMAScript that the simulator both writes and reads:
 * no looking around, no back references, no flags.
 */
export type Pattern =
  | { readonly kind: 'set'; readonly set: CharSet }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'either'; readonly ways: readonly Pattern[] }
  | {
      readonly kind: 'repeat';
      readonly part: Pattern;
      readonly least: number;
      readonly most: number;
    }
  | { readonly kind: 'start' | 'end' | 'edge' | 'no-edge' };

/** Code points: those in the ranges or, negated, all others. */
export interface CharSet {
  readonly ranges: readonly (readonly [number, number])[];
  readonly negated: boolean;
}

/** What the parser stops at; `message` says why. */
export class PatternError extends Error {}

const LINE_ENDS: CharSet['ranges'] = [
  [10, 10],
  [13, 13],
  [0x2028, 0x2029],
];
const DIGITS: CharSet['ranges'] = [[48, 57]];
const WORD: CharSet['ranges'] = [
  [48, 57],
  [65, 90],
  [95, 95],
  [97, 122],
];
const SPACE: CharSet['ranges'] = [
  [32, 32],
  [9, 13],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];
const CLASSES: Readonly<Record<string, CharSet>> = {
  d: { ranges: DIGITS, negated: false },
  D: { ranges: DIGITS, negated: true },
  w: { ranges: WORD, negated: false },
  W: { ranges: WORD, negated: true },
  s: { ranges: SPACE, negated: false },
  S: { ranges: SPACE, negated: true },
};
const CONTROLS: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13, 0: 0 };
const QUANTIFIER = /^(?:\*|\+|\?|\{(\d{1,6})(,(\d{1,6})?)?\})\??/;

/**
 * Parses a pattern of a JSON Schema.
 *
 * @throws PatternError for what is no pattern, or uses more than the part that is supported.
 */
export function parsePattern(source: string): Pattern {
  checkSyntax(source);
  const characters = Array.from(source);
  let at = 0;
  const whole = readEither(0);
  return whole;

  function readEither(depth: number): Pattern {
    if (depth > 50) throw new PatternError('groups within more than 50 groups are not supported');
    const ways: Pattern[] = [readSequence(depth)];
    while (take('|')) ways.push(readSequence(depth));
    return ways.length === 1 ? (ways[0] as Pattern) : { kind: 'either', ways };
  }

  function readSequence(depth: number): Pattern {
    const parts: Pattern[] = [];
    while (at < characters.length && !'|)'.includes(characters[at] as string)) {
      parts.push(readRepeats(readAtom(depth)));
    }
    return { kind: 'sequence', parts };
  }

  function readRepeats(part: Pattern): Pattern {
    const found = QUANTIFIER.exec(characters.slice(at, at + 20).join(''));
    if (!found) return part;
    at += found[0].length;
    const [sign, low, comma, high] = found;
    if (low !== undefined) {
      const least = Number(low);
      const most = comma === undefined ? least : high === undefined ? Infinity : Number(high);
      return { kind: 'repeat', part, least, most };
    }
    return {
      kind: 'repeat',
      part,
      least: sign.startsWith('+') ? 1 : 0,
      most: sign.startsWith('?') ? 1 : Infinity,
    };
  }

  function readAtom(depth: number): Pattern {
    const character = characters[at++] as string;
    switch (character) {
      case '^':
        return { kind: 'start' };
      case '$':
        return { kind: 'end' };
      case '.':
        return { kind: 'set', set: { ranges: LINE_ENDS, negated: true } };
      case '(':
        return readGroup(depth);
      case '[':
        return { kind: 'set', set: readSet() };
      case '\\':
        return readEscaped();
      default:
        return { kind: 'set', set: only(character.codePointAt(0) as number) };
    }
  }

  function readGroup(depth: number): Pattern {
    if (take('?')) {
      if (characters[at] === '<' && !'=!'.includes(characters[at + 1] ?? '=')) {
        at = characters.indexOf('>', at) + 1;
      } else if (!take(':')) throw new PatternError('looking ahead or behind is not supported');
    }
    const group = readEither(depth + 1);
    take(')');
    return group;
  }

  function readEscaped(): Pattern {
    if (take('b')) return { kind: 'edge' };
    if (take('B')) return { kind: 'no-edge' };
    return { kind: 'set', set: readEscape() };
  }

  function readSet(): CharSet {
    const negated = take('^');
    const ranges: (readonly [number, number])[] = [];
    while (!take(']')) {
      const low = readMember();
      const start = single(low);
      if (start === undefined || characters[at] !== '-' || characters[at + 1] === ']') {
        ranges.push(...spread(low));
        continue;
      }
      at += 1;
      const end = single(readMember());
      if (end === undefined) throw new PatternError('a range must end with a character');
      ranges.push([start, end]);
    }
    return { ranges, negated };
  }

  function readMember(): CharSet {
    if (take('\\')) return take('b') ? only(8) : readEscape();
    return only((characters[at++] as string).codePointAt(0) as number);
  }

  function readEscape(): CharSet {
    const letter = characters[at++] as string;
    const named = CLASSES[letter];
    if (named) return named;
    const control = CONTROLS[letter];
    if (control !== undefined) return only(control);
    if (letter === 'x') return only(readHex(2));
    if (letter === 'u') return only(readUnicode());
    if (/[A-Za-z1-9]/.test(letter)) throw new PatternError(`\\${letter} is not supported`);
    return only(letter.codePointAt(0) as number);
  }

  function readUnicode(): number {
    if (take('{')) {
      const end = characters.indexOf('}', at);
      const code = Number.parseInt(characters.slice(at, end).join(''), 16);
      at = end + 1;
      return code;
    }
    const unit = readHex(4);
    const isPair =
      unit >= 0xd800 && unit < 0xdc00 && characters[at] === '\\' && characters[at + 1] === 'u';
    if (!isPair) return unit;
    at += 2;
    return (unit - 0xd800) * 0x400 + (readHex(4) - 0xdc00) + 0x10000;
  }

  function readHex(length: number): number {
    const digits = characters.slice(at, at + length).join('');
    at += length;
    return Number.parseInt(digits, 16);
  }

  function take(character: string): boolean {
    if (characters[at] !== character) return false;
    at += 1;
    return true;
  }
}

/** The platform knows what is a pattern; JSON Schema's are read with the `u` flag. */
function checkSyntax(source: string): void {
  try {
    new RegExp(source, 'u');
  } catch (error) {
    throw new PatternError(error instanceof Error ? error.message : String(error));
  }
}

function only(code: number): CharSet {
  return { ranges: [[code, code]], negated: false };
}

function single({ ranges, negated }: CharSet): number | undefined {
  const [range, ...others] = ranges;
  return !negated && others.length === 0 && range?.[0] === range?.[1] ? range?.[0] : undefined;
}

/** A negated class within a set, as the ranges that it leaves. */
function spread({ ranges, negated }: CharSet): CharSet['ranges'] {
  if (!negated) return ranges;
  const sorted = [...ranges].sort(([a], [b]) => a - b);
  const starts = [0, ...sorted.map(([, end]) => end + 1)];
  const ends = [...sorted.map(([start]) => start - 1), 0x10ffff];
  return starts
    .map((start, index) => [start, ends[index] as number] as const)
    .filter(([a, b]) => a <= b);
}
