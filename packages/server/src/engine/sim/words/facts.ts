import { harmless } from './quote.ts';

const VALUE = '([^.,;!?\\n]{1,60}?)(?=[.,;!?\\n]|\\s+(?:and|but)\\s|$)';
const MINE = new RegExp(`\\bmy ((?:\\p{L}+ ){0,2}?\\p{L}+) (is|are) ${VALUE}`, 'giu');
const ME = new RegExp(
  `\\bI (live in|come from|work (?:at|for|as|in)|like|love|prefer|need|have) ${VALUE}`,
  'giu',
);
const MOST = 4;

/** What people said of themselves, turned to them: "my name is Ada" becomes "your name is Ada". */
export function factsIn(texts: readonly string[]): string[] {
  const said = texts
    .flatMap((text) => text.split(/(?<=[.!?])\s+|\n/))
    .filter((sentence) => !sentence.includes('?'));
  const facts = said.flatMap((sentence) => [
    ...[...sentence.matchAll(MINE)].map(
      ([, what, be, value]) => `your ${what ?? ''} ${be ?? ''} ${value ?? ''}`,
    ),
    ...[...sentence.matchAll(ME)].map(([, does, value]) => `you ${does ?? ''} ${value ?? ''}`),
  ]);
  return [...new Set(facts.map((fact) => harmless(fact.replace(/\s+/g, ' ').trim())))].slice(-MOST);
}
