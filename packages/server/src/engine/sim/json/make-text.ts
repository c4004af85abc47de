import { formats } from './formats.ts';
import type { Maker, Place, Task } from './maker.ts';
import { writePattern } from './pattern/write-pattern.ts';
import type { SchemaObject } from './schema.ts';

/** What an invented text calls itself. */
const INVENTED = ['simulated', 'made-up', 'invented', 'placeholder'];
const TRIES = 24;
const LONGEST = 50_000;

/** Makes a text that is openly invented: a pattern's, a format's, or a few words on what it stands for. */
export function makeText({ demands, place }: Task, maker: Maker): string | undefined {
  const { keeps, pick } = maker;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const text =
      fromPattern(demands, attempt, maker) ??
      fromFormat(demands, place.number + attempt + pick(8)) ??
      fromName(demands, place, pick, attempt);
    if (keeps(text, demands)) return text;
  }
  return undefined;
}

/** Later attempts repeat more, for patterns with a length to reach. */
function fromPattern(
  demands: readonly SchemaObject[],
  attempt: number,
  { document, random }: Maker,
): string | undefined {
  const patterns = demands.flatMap(({ pattern }) => pattern ?? []);
  const source = patterns[attempt % patterns.length];
  if (source === undefined) return undefined;
  const shortest = Math.max(0, ...demands.map(({ minLength = 0 }) => minLength));
  const extra = attempt % 3 === 0 ? shortest : 2 ** (attempt % 8);
  return writePattern(document.pattern(source), { random, extra, effort: document.effort });
}

function fromFormat(demands: readonly SchemaObject[], number: number): string | undefined {
  return demands.flatMap(({ format }) => formats.get(format ?? '') ?? [])[0]?.sample(number);
}

function fromName(
  demands: readonly SchemaObject[],
  { name, number }: Place,
  pick: (count: number) => number,
  attempt: number,
): string {
  const shortest = Math.max(0, ...demands.map(({ minLength = 0 }) => minLength));
  const longest = Math.min(LONGEST, ...demands.map(({ maxLength = Infinity }) => maxLength));
  const about =
    name
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replace(/[_\W]+/gu, ' ')
      .trim()
      .toLowerCase() || 'text';
  const serial = number + attempt;
  const words = `${INVENTED[pick(INVENTED.length)] as string} ${about}${serial === 0 ? '' : ` ${serial + 1}`}`;
  const fitting =
    words.length <= longest ? words : serial.toString(36).padStart(Math.min(longest, 4), 'x');
  const padded =
    fitting.length < shortest ? fitting.padEnd(Math.min(shortest, LONGEST), ` ${words}`) : fitting;
  return padded.slice(0, longest);
}
