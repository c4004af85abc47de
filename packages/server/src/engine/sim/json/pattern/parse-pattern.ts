import { ANY, only, readEscape, readSet } from './char-set.ts';
import { createCursor } from './cursor.ts';
import { type Pattern, PatternError } from './pattern.ts';

const QUANTIFIER = /(?:([*+?])|\{(\d{1,6})(,(\d{1,6})?)?\})\??/;
const DEEPEST = 50;

/**
 * Parses a pattern of a JSON Schema.
 *
 * @throws PatternError for what is no pattern, or uses more than the part that is supported.
 */
export function parsePattern(source: string): Pattern {
  checkSyntax(source);
  const cursor = createCursor(source);
  return readEither(0);

  function readEither(depth: number): Pattern {
    if (depth > DEEPEST)
      throw new PatternError(`more than ${DEEPEST} groups within each other are not supported`);
    const first = readSequence(depth);
    const ways = [first];
    while (cursor.take('|')) ways.push(readSequence(depth));
    return ways.length === 1 ? first : { kind: 'either', ways };
  }

  function readSequence(depth: number): Pattern {
    const parts: Pattern[] = [];
    while (!['', '|', ')'].includes(cursor.peek())) parts.push(readRepeats(readAtom(depth)));
    return { kind: 'sequence', parts };
  }

  function readRepeats(part: Pattern): Pattern {
    const [found, sign, low, comma, high] = cursor.match(QUANTIFIER) ?? [];
    if (found === undefined) return part;
    if (low === undefined) {
      return {
        kind: 'repeat',
        part,
        least: sign === '+' ? 1 : 0,
        most: sign === '?' ? 1 : Infinity,
      };
    }
    const least = Number(low);
    const most = high === undefined ? Infinity : Number(high);
    return { kind: 'repeat', part, least, most: comma === undefined ? least : most };
  }

  function readAtom(depth: number): Pattern {
    const character = cursor.next();
    switch (character) {
      case '^':
        return { kind: 'start' };
      case '$':
        return { kind: 'end' };
      case '.':
        return { kind: 'set', set: ANY };
      case '(':
        return readGroup(depth);
      case '[':
        return { kind: 'set', set: readSet(cursor) };
      case '\\':
        if (cursor.take('b')) return { kind: 'edge' };
        if (cursor.take('B')) return { kind: 'no-edge' };
        return { kind: 'set', set: readEscape(cursor) };
      default:
        return { kind: 'set', set: only(character.codePointAt(0) as number) };
    }
  }

  function readGroup(depth: number): Pattern {
    const isPlain = cursor.peek() !== '?' || cursor.match(/\?(?::|<[^=!>][^>]*>)/) !== undefined;
    if (!isPlain) throw new PatternError('looking ahead or behind is not supported');
    const group = readEither(depth + 1);
    cursor.take(')');
    return group;
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
