import { isSame, type Json } from '../json/json.ts';
import type { Suggest } from '../json/suggest.ts';
import { topicsOf, wordsOf } from '../words/words.ts';
import { mentionedOf } from './enum-mentions.ts';
import { formattedIn } from './formatted-in.ts';
import { type Kind, kindOf } from './kind.ts';
import { type Look, lookAt } from './look.ts';
import { numbersIn } from './numbers.ts';
import { saidOf } from './said-of.ts';
import { type Freedom, mayBeName, textsFor } from './texts-for.ts';

/** The words that values are taken from. */
export interface Words extends Freedom {
  /** What is looked at first: the part of a request that speaks of one tool, or all of it. */
  readonly text: string;
  /** All of the request, for what that part does not say. */
  readonly whole: string;
}

/** How many values of a conversation are tried for one place. */
const MOST_VALUES = 20;

/** Makes suggestions from a conversation's words: what a property is said to be, then what is of its kind. */
export function suggestFromWords({ text, whole, ...freedom }: Words): Suggest {
  const looks = [...new Set([text, whole])].map(lookAt);

  return () => {
    const taken: Json[] = [];
    return {
      valuesFor: (asked) => {
        const kind = kindOf(asked);
        const said = looks.flatMap((look) => saidOf(kind.name, look.text));
        const found = looks.flatMap((look) => valuesIn(look, kind, freedom));
        const free = found.filter((value) => !taken.some((one) => isSame(one, value)));
        const all = [...said.flatMap((words) => readAs(kind, words)), ...free];
        return [...new Set(all)].slice(0, MOST_VALUES);
      },
      take: (value) => taken.push(value),
    };
  };
}

function valuesIn(look: Look, kind: Kind, freedom: Freedom): readonly Json[] {
  if (kind.listed.length > 0) return mentionedOf(kind.listed, look.text);
  switch (kind.type) {
    case 'string':
      return textsFor(kind, look, freedom);
    case 'number':
      return numbersFor(kind, look);
    case 'boolean':
      return flagFor(kind, look);
    case 'array':
      return [listFor(kind, look, freedom)].filter((list) => list.length > 0);
    case 'other':
      return [];
  }
}

/** Numbers of what the property counts first; any other only where there must be one. */
function numbersFor({ about, isRequired }: Kind, { numbers }: Look): number[] {
  const counted = numbers.filter(({ noun }) => noun !== '' && about.has(noun));
  return (isRequired ? [...counted, ...numbers] : counted).map(({ value }) => value);
}

/** "Without alerts" speaks of alerts, and says no. */
function flagFor({ name }: Kind, { text }: Look): boolean[] {
  const words = wordsOf(text);
  const topics = topicsOf(name);
  const at = words.findIndex((word) => topicsOf(word).some((topic) => topics.includes(topic)));
  if (at === -1) return [];
  const before = words.slice(Math.max(0, at - 2), at);
  return [!before.some((word) => /^(?:no|not|without|don|never|t)$/.test(word))];
}

function listFor({ name, items }: Kind, look: Look, freedom: Freedom): readonly Json[] {
  if (!items) return [];
  if (items.listed.length > 0) return mentionedOf(items.listed, look.text);
  if (items.type === 'number') return look.numbers.map(({ value }) => value);
  return items.type === 'string' && mayBeName({ ...items, name }, freedom) ? look.names : [];
}

/** A value that was said in words, as the type that is asked for. */
function readAs(kind: Kind, said: string): Json[] {
  if (kind.listed.length > 0) return mentionedOf(kind.listed, said);
  switch (kind.type) {
    case 'number':
      return numbersIn(said).map(({ value }) => value);
    case 'boolean':
      if (/^(?:true|yes|on)\b/i.test(said)) return [true];
      return /^(?:false|no|off)\b/i.test(said) ? [false] : [];
    case 'string':
      return kind.format === undefined ? [said] : formattedIn(said, kind.format);
    default:
      return [];
  }
}
