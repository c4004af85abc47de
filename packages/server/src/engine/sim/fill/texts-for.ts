import { datesIn, spokenDaysIn } from './dates.ts';
import { formattedIn, wordsAsWritten } from './formatted-in.ts';
import { formulasIn } from './formulas.ts';
import type { Kind } from './kind.ts';
import type { Look } from './look.ts';

/** How freely words become values. */
export interface Freedom {
  /** Whether any free text may be a name that was spoken, or only one that is called so. */
  readonly isLoose: boolean;
  /** The one name to use where there are several. */
  readonly only?: string | undefined;
}

const NAME_LIKE =
  /(?:^|_)(?:name|person|user|author|city|town|country|place|location|company|organization|title|product)s?$/;
const QUERY_LIKE = /^(?:q|query|search|keywords?|topic)$/;
const WHOLE_LIKE =
  /^(?:question|prompt|text|message|content|input|body|request|instructions?|task|description)$/;
const FORMULA_LIKE = /expression|formula|equation|calculation|math/;
const DAY_LIKE = /date|day|when/;
const FROM = /^(?:from|origin|source|start|departure)/;
const TO = /^(?:to|destination|target|end|arrival)(?:_|$)/;
const AFTER_PREPOSITION =
  /\b(?:in|at|for|of|to|from|about|on|called|named)\s(?:the\s)?([\p{L}\p{N}][^,.;!?\n]{0,60})/giu;
const TRAILING =
  /\s(?:today|tomorrow|tonight|now|please|right|in|at|for|and|with|on|by|as|to|from)\b.*$/i;

/** Texts for a property, the likeliest first: how each kind of text shows is told by its name. */
export function textsFor(kind: Kind, look: Look, freedom: Freedom): readonly string[] {
  const { name, format } = kind;
  const { text, quoted } = look;
  if (format !== undefined) return formattedIn(text, format);
  if (kind.isPattern) return wordsAsWritten(text);
  if (DAY_LIKE.test(name)) return [...datesIn(text), ...spokenDaysIn(text)];
  if (FORMULA_LIKE.test(name)) return formulasIn(text);
  if (QUERY_LIKE.test(name)) return [...quoted, ...soughtIn(text)];
  if (WHOLE_LIKE.test(name)) return [...quoted, ...(kind.isRequired ? wholeOf(text) : [])];
  return mayBeName(kind, freedom) ? namesFor(kind, look, freedom) : [];
}

/** Whether a property takes the name of something. */
export function mayBeName({ name }: Kind, { isLoose }: Freedom): boolean {
  return isLoose || NAME_LIKE.test(name);
}

function namesFor({ name, isRequired }: Kind, look: Look, { isLoose, only }: Freedom): string[] {
  const names = only === undefined ? look.names : [only];
  if (names.length === 0) return isRequired && isLoose ? afterPrepositions(look.text) : [];
  return [...directedOf(names, name, look.text), ...names];
}

/** The names behind "from" or "to", for properties that are one end of a way. */
function directedOf(names: readonly string[], name: string, text: string): string[] {
  const words = FROM.test(name) ? ['from'] : TO.test(name) ? ['to', 'into'] : [];
  const plain = text.toLowerCase();
  return names.filter((one) =>
    words.some((word) => plain.includes(`${word} ${one.toLowerCase()}`)),
  );
}

/** "Search the web for whales" seeks whales. */
function soughtIn(text: string): string[] {
  return wholeOf(/\b(?:for|about|on)\s([^,.;!?\n]+)/i.exec(text)?.[1] ?? text);
}

function wholeOf(text: string): string[] {
  const whole = text.trim();
  return whole === '' ? [] : [whole];
}

function afterPrepositions(text: string): string[] {
  return [...text.matchAll(AFTER_PREPOSITION)].map(([, words = '']) =>
    words.replace(TRAILING, '').trim(),
  );
}
