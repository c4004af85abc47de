import type { Random } from '../../../../sampling/random.ts';
import type { Effort } from '../effort.ts';
import { contains } from './match-pattern.ts';
import type { CharSet, Pattern } from './pattern.ts';

/** Letters, then digits, then signs: what a set is filled with if it can be. */
const USUAL = Array.from(
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 _-.,:;/@#',
  (character) => character.codePointAt(0) as number,
);

/** How a text is drawn from a pattern. */
export interface Draw {
  readonly random: Random;
  /** How many more times than it must a repeated part comes, at most; what is bounded stays so. */
  readonly extra: number;
  readonly effort: Effort;
}

/**
 * Draws a text that a pattern matches if its anchors hold where they stand; whoever calls checks that.
 * `undefined` when no character fits.
 */
export function writePattern(pattern: Pattern, draw: Draw): string | undefined {
  draw.effort.spend();
  switch (pattern.kind) {
    case 'set':
      return characterOf(pattern.set, draw.random);
    case 'sequence':
      return writeAll(pattern.parts, draw);
    case 'either':
      return writePattern(
        pattern.ways[Math.floor(draw.random() * pattern.ways.length)] as Pattern,
        draw,
      );
    case 'repeat': {
      const most = Math.min(pattern.most, pattern.least + draw.extra);
      const times = pattern.least + Math.floor(draw.random() * (most - pattern.least + 1));
      draw.effort.spend(times);
      return writeAll(new Array<Pattern>(times).fill(pattern.part), draw);
    }
    default:
      return '';
  }
}

function writeAll(parts: readonly Pattern[], draw: Draw): string | undefined {
  let text = '';
  for (const part of parts) {
    const written = writePattern(part, draw);
    if (written === undefined) return undefined;
    text += written;
  }
  return text;
}

function characterOf(set: CharSet, random: Random): string | undefined {
  const usual = USUAL.filter((code) => contains(set, code));
  const codes =
    usual.length > 0
      ? usual
      : set.ranges.filter(() => !set.negated).flatMap(([start, end]) => [start, end]);
  const code = codes[Math.floor(random() * codes.length)];
  return code === undefined ? undefined : String.fromCodePoint(code);
}
