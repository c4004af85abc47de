import { wordsOf } from '../words/words.ts';

const VALUE =
  '(?:“([^”]{1,500})”|"([^"]{1,500})"|\'([^\']{1,500})\'|([^\\s,;!?()“”"\\[\\]{}][^,;!?\\n()“”"\\[\\]{}]{0,80}))';
const WHERE_A_VALUE_ENDS =
  /\s+(?:and|or|but|with|in|at|on|for|from|to|by|please|as|the)\s.*$|[.:]+(?:\s.*)?$/i;

const LONGEST_NAME = 60;

/** What a text says a property is, the last word first: "city: Paris", "the city is Paris", "limit = 5", "order id 42". */
export function saidOf(name: string, text: string): string[] {
  const words = wordsOf(name);
  if (words.length === 0 || name.length > LONGEST_NAME) return [];
  const called = words.map((word) => word.replace(/[^\p{L}\p{N}]/gu, '')).join('[\\s_-]?');
  const told = new RegExp(
    `(?<![\\p{L}\\p{N}])${called}s?"?(?:\\s{0,3}[:=]\\s{0,3}|\\s+(?:is|are|of|as|named|called)\\s+)(?=${VALUE})`,
    'giu',
  );
  const beside = new RegExp(
    `(?<![\\p{L}\\p{N}])${called}\\s+(?:“([^”]{1,500})”|"([^"]{1,500})"|#?(-?\\d[\\w.-]{0,30}))`,
    'giu',
  );
  const found = [...[...text.matchAll(told)].reverse(), ...text.matchAll(beside)];
  return found.map((match) => {
    const [, ...groups] = match as (string | undefined)[];
    const loose = groups[3];
    return loose === undefined
      ? (groups.find((group) => group !== undefined) ?? '')
      : loose.replace(WHERE_A_VALUE_ENDS, '').trim();
  });
}
