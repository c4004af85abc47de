import type { Effort } from '../effort.ts';
import type { CharSet, Pattern, RepeatPattern } from './pattern.ts';

interface Text {
  readonly codes: readonly number[];
  readonly effort: Effort;
}

type Places = ReadonlySet<number>;

/**
 * Whether a pattern is found anywhere in a text. All ways are followed at once: the platform's own
 * matching tries them one after the other, and a caller's pattern could keep it busy for ever.
 */
export function matchesPattern(pattern: Pattern, text: string, effort: Effort): boolean {
  const codes = Array.from(text, (character) => character.codePointAt(0) as number);
  const anywhere = new Set([...codes.keys(), codes.length]);
  return match(pattern, anywhere, { codes, effort }).size > 0;
}

/** Where a pattern can end that begins at one of the places. */
function match(pattern: Pattern, from: Places, text: Text): Places {
  const { codes, effort } = text;
  effort.spend(1 + from.size / 100);
  switch (pattern.kind) {
    case 'set':
      return new Set(
        [...from]
          .filter((at) => at < codes.length && contains(pattern.set, codes[at] as number))
          .map((at) => at + 1),
      );
    case 'sequence':
      return pattern.parts.reduce((places, part) => match(part, places, text), from);
    case 'either':
      return new Set(pattern.ways.flatMap((way) => [...match(way, from, text)]));
    case 'repeat':
      return matchRepeat(pattern, from, text);
    case 'start':
      return new Set([...from].filter((at) => at === 0));
    case 'end':
      return new Set([...from].filter((at) => at === codes.length));
    case 'edge':
      return new Set([...from].filter((at) => isEdge(codes, at)));
    case 'no-edge':
      return new Set([...from].filter((at) => !isEdge(codes, at)));
  }
}

function matchRepeat({ part, least, most }: RepeatPattern, from: Places, text: Text): Places {
  let places = from;
  for (let count = 0; count < least && places.size > 0; count++) {
    const next = match(part, places, text);
    // A part that may be empty leads back to where it began: further rounds change nothing.
    if (next.size === places.size && [...next].every((at) => places.has(at))) break;
    places = next;
  }
  const reached = new Set(places);
  for (let count = least; count < most && places.size > 0; count++) {
    places = new Set([...match(part, places, text)].filter((at) => !reached.has(at)));
    for (const at of places) reached.add(at);
  }
  return reached;
}

/** Whether a set has a code point. */
export function contains({ ranges, negated }: CharSet, code: number): boolean {
  return ranges.some(([start, end]) => code >= start && code <= end) !== negated;
}

function isEdge(codes: readonly number[], at: number): boolean {
  return isWord(codes[at - 1]) !== isWord(codes[at]);
}

function isWord(code: number | undefined): boolean {
  return code !== undefined && /\w/.test(String.fromCodePoint(code));
}
