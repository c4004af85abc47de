import { formats } from '../json/formats.ts';
import { isSame, type Json } from '../json/json.ts';
import type { SchemaObject } from '../json/schema.ts';
import type { Asked, Suggest } from '../json/suggest.ts';
import { topicsOf, wordsOf } from '../words/words.ts';
import { datesIn, spokenDaysIn, timesIn } from './dates.ts';
import { mentionedOf } from './enum-mentions.ts';
import { formulasIn } from './formulas.ts';
import { namesIn, quotedIn } from './names.ts';
import { numbersIn } from './numbers.ts';
import { saidOf } from './said-of.ts';

/** The words that values are taken from. */
export interface Words {
  /** What is looked at first: the part of a request that speaks of one tool, or all of it. */
  readonly text: string;
  /** All of the request, for what that part does not say. */
  readonly whole: string;
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
  /\b(?:in|at|for|of|to|from|about|on|called|named)\s+(?:the\s+)?([\p{L}\p{N}][^,.;!?\n]{0,60})/giu;
const TRAILING =
  /\s+(?:today|tomorrow|tonight|now|please|right|in|at|for|and|with|on|by|as|to|from)\b.*$/i;
const LONGEST = 2_000;

/** Makes suggestions from a conversation's words: what a property is said to be, then what is of its kind. */
export function suggestFromWords({ text, whole, isLoose, only }: Words): Suggest {
  const own = text.slice(0, LONGEST);
  const all = whole.slice(0, LONGEST);

  return () => {
    const taken: Json[] = [];
    const free = (value: Json): boolean => !taken.some((one) => isSame(one, value));
    return {
      valuesFor: (asked) => {
        const kind = kindOf(asked);
        const named = [...new Set([...saidOf(kind.name, own), ...saidOf(kind.name, all)])].flatMap(
          (said) => read(said, kind),
        );
        return [...named, ...found(kind, own).filter(free), ...found(kind, all).filter(free)];
      },
      take: (value) => taken.push(value),
    };
  };

  function found(kind: Kind, from: string): Json[] {
    if (kind.listed.length > 0) return mentionedOf(kind.listed, from);
    switch (kind.type) {
      case 'string':
        return textsFor(kind, from);
      case 'number':
        return numbersFor(kind, from);
      case 'boolean':
        return flagFor(kind, from);
      case 'array':
        return listFor(kind, from);
      case 'other':
        return [];
    }
  }

  function textsFor(kind: Kind, from: string): Json[] {
    if (kind.format !== undefined) return ofFormat(kind.format, from);
    if (kind.isPattern) return wordsAsWritten(from);
    if (DAY_LIKE.test(kind.name)) return [...datesIn(from), ...spokenDaysIn(from)];
    if (FORMULA_LIKE.test(kind.name)) return formulasIn(from);
    if (QUERY_LIKE.test(kind.name)) return [...quotedIn(from), ...soughtIn(from)];
    if (WHOLE_LIKE.test(kind.name))
      return [...quotedIn(from), from.trim()].filter(
        (one) => one !== '' && (kind.isRequired || one !== from.trim()),
      );
    if (!isLoose && !NAME_LIKE.test(kind.name)) return [];
    const names = only === undefined ? namesIn(from) : [only];
    const directed = [...directedOf(names, kind.name, from), ...names];
    return kind.isRequired && directed.length === 0 && isLoose ? afterPrepositions(from) : directed;
  }

  function numbersFor(kind: Kind, from: string): Json[] {
    const numbers = numbersIn(from);
    const counted = numbers.filter(({ noun }) => noun !== '' && kind.about.has(noun));
    return (kind.isRequired ? [...counted, ...numbers] : counted).map(({ value }) => value);
  }

  function listFor(kind: Kind, from: string): Json[] {
    const { items } = kind;
    if (!items) return [];
    const inner =
      items.listed.length > 0
        ? mentionedOf(items.listed, from)
        : items.type === 'number'
          ? numbersIn(from).map(({ value }) => value)
          : [];
    if (inner.length > 0) return [inner];
    const names =
      items.type === 'string' && (isLoose || NAME_LIKE.test(kind.name)) ? namesIn(from) : [];
    return names.length > 0 ? [names] : [];
  }
}

/** What a property is, as far as words can tell whether they mean it. */
interface Kind {
  readonly name: string;
  readonly type: 'string' | 'number' | 'boolean' | 'array' | 'other';
  readonly listed: readonly Json[];
  readonly format: string | undefined;
  readonly isPattern: boolean;
  readonly isRequired: boolean;
  /** The plain words of its name and description. */
  readonly about: ReadonlySet<string>;
  /** For a list: what is in it. */
  readonly items?: Kind | undefined;
}

function kindOf({ name, demands, isRequired }: Asked): Kind {
  const types = demands.flatMap(({ type }) => type ?? []);
  const items = demands.flatMap(({ items: inner }) =>
    typeof inner === 'object' && !Array.isArray(inner) ? [inner as SchemaObject] : [],
  );
  return {
    name: wordsOf(name).join('_'),
    type:
      (['array', 'boolean', 'string'] as const).find((type) => types.includes(type)) ??
      (types.some((type) => type === 'integer' || type === 'number') ? 'number' : 'other'),
    listed: demands.flatMap(({ enum: listed = [] }) => listed),
    format: demands.flatMap(({ format = [] }) => format)[0],
    isPattern: demands.some(({ pattern }) => pattern?.startsWith('^') === true),
    isRequired,
    about: new Set(
      topicsOf([name, ...demands.map(({ description = '' }) => description)].join(' ')),
    ),
    ...(items.length > 0 && { items: kindOf({ name, demands: items, isRequired }) }),
  };
}

/** A value that was said in words, as the type that is asked for. */
function read(said: string, kind: Kind): Json[] {
  if (kind.listed.length > 0) return mentionedOf(kind.listed, said);
  switch (kind.type) {
    case 'number':
      return numbersIn(said).map(({ value }) => value);
    case 'boolean':
      return /^(?:true|yes|on)\b/i.test(said)
        ? [true]
        : /^(?:false|no|off)\b/i.test(said)
          ? [false]
          : [];
    case 'string':
      return kind.format === undefined ? [said] : ofFormat(kind.format, said);
    default:
      return [];
  }
}

/** "Without alerts" speaks of alerts, and says no. */
function flagFor({ about, name }: Kind, from: string): Json[] {
  const words = wordsOf(from);
  const topics = words.map((word) => topicsOf(word)[0] ?? '');
  const at = topics.findIndex(
    (topic) => topic !== '' && about.has(topic) && topicsOf(name).includes(topic),
  );
  if (at === -1) return [];
  return [
    !words
      .slice(Math.max(0, at - 2), at)
      .some((word) => /^(?:no|not|without|don|never|t)$/.test(word)),
  ];
}

/** Formats that any word has. */
const ANY_WORD = new Set(['byte', 'hostname', 'uri-reference', 'json-pointer']);

function ofFormat(format: string, from: string): Json[] {
  const known = formats.get(format);
  if (!known) return [];
  const days = datesIn(from);
  const times = timesIn(from);
  const made =
    format === 'date'
      ? days
      : format === 'date-time'
        ? days.map((day) => `${day}T${times[0] ?? '00:00:00'}Z`)
        : format === 'time'
          ? times.map((time) => `${time}Z`)
          : [];
  const written = wordsAsWritten(from).filter((word) => !ANY_WORD.has(format) || /[./]/.test(word));
  return [...written.filter(known.fits), ...made.filter(known.fits)];
}

function wordsAsWritten(from: string): string[] {
  return from
    .split(/[\s"“”'`<>()]+/)
    .map((word) => word.replace(/[.,;:!?]+$/, ''))
    .filter((word) => word !== '');
}

/** The names behind "from" or "to", for properties that are one end of a way. */
function directedOf(names: readonly string[], name: string, from: string): string[] {
  const direction = FROM.test(name) ? 'from' : TO.test(name) ? '(?:to|into)' : undefined;
  if (direction === undefined) return [];
  return names.filter((one) =>
    new RegExp(`\\b${direction}\\s+["“']?${escape(one)}`, 'iu').test(from),
  );
}

/** "Search the web for whales" seeks whales. */
function soughtIn(from: string): string[] {
  const sought = /\b(?:for|about|on)\s+([^,.;!?\n]+)/i.exec(from)?.[1] ?? from;
  return sought.trim() === '' ? [] : [sought.trim()];
}

function afterPrepositions(from: string): string[] {
  return [...from.matchAll(AFTER_PREPOSITION)].map(([, words = '']) =>
    words.replace(TRAILING, '').trim(),
  );
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
