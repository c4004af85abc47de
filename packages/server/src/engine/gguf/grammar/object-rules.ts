import { isRecord } from '@hermes4/core/internal';
import { literal, repeat, rule, type Sequence } from './grammar.ts';
import { refuse, type Schema } from './refuse.ts';
import type { RuleBook } from './rule-book.ts';

const COMMA: Sequence = [rule('space'), ...literal(','), rule('space')];
const COLON: Sequence = [rule('space'), ...literal(':'), rule('space')];

interface Member {
  readonly text: Sequence;
  readonly isNeeded: boolean;
}

/** Objects with the properties that are named, in their order; what is not required may be left out. */
export function objectRules(schema: Schema, path: string, book: RuleBook): readonly Sequence[] {
  const { properties = {}, required, additionalProperties: others = true } = schema;
  if (!isRecord(properties)) throw refuse(path, 'properties', 'needs an object of schemas');
  const needed = Array.isArray(required) ? required.map(String) : [];
  const names = [...new Set([...Object.keys(properties), ...needed])];
  if (names.length === 0) return mapRules(others, path, book);
  const members = names.map((name): Member => {
    const isOwn = Object.hasOwn(properties, name);
    if (!isOwn && others === false) {
      throw refuse(path, 'required', `names ${JSON.stringify(name)}, which cannot be there`);
    }
    const value = book.schema(isOwn ? properties[name] : others, `${path}.${name}`);
    return {
      text: [...literal(JSON.stringify(name)), ...COLON, rule(value)],
      isNeeded: needed.includes(name),
    };
  });
  return [
    [...literal('{'), rule('space'), rule(membersRule(members, path, book)), ...literal('}')],
  ];
}

/**
 * One rule for each place and for whether a member came before it, which a comma then follows: as many rules as members, not as
 * many as their combinations.
 */
function membersRule(members: readonly Member[], path: string, book: RuleBook): string {
  const nameAt = (place: number, isFirst: boolean): string =>
    `${path}{${place}${isFirst ? ' first' : ''}}`;
  for (const isFirst of [true, false]) {
    members.forEach(({ text, isNeeded }, place) => {
      const taken: Sequence = [...(isFirst ? [] : COMMA), ...text, rule(nameAt(place + 1, false))];
      const left: Sequence = [rule(nameAt(place + 1, isFirst))];
      book.set(nameAt(place, isFirst), isNeeded ? [taken] : [taken, left]);
    });
    book.set(nameAt(members.length, isFirst), isFirst ? [[]] : [[rule('space')]]);
  }
  return nameAt(0, true);
}

/** Objects whose names are free. */
function mapRules(values: unknown, path: string, book: RuleBook): readonly Sequence[] {
  if (values === true) return [[rule('object')]];
  const empty: Sequence = [...literal('{'), rule('space'), ...literal('}')];
  if (values === false) return [empty];
  const member: Sequence = [rule('string'), ...COLON, rule(book.schema(values, `${path}.*`))];
  book.set(`${path}{*}`, [[...COMMA, ...member]]);
  return [
    empty,
    [
      ...literal('{'),
      rule('space'),
      ...member,
      repeat(`${path}{*}`, 0),
      rule('space'),
      ...literal('}'),
    ],
  ];
}
