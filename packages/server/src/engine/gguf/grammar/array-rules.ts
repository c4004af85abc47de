import { literal, repeat, rule, type Sequence } from './grammar.ts';
import { countOf, refuse, type Schema } from './refuse.ts';
import type { RuleBook } from './rule-book.ts';

const COMMA: Sequence = [rule('space'), ...literal(','), rule('space')];

/** Lists: places with a schema of their own first, then as many items as there may be. */
export function arrayRules(schema: Schema, path: string, book: RuleBook): readonly Sequence[] {
  const { prefixItems, items } = schema;
  const places = Array.isArray(prefixItems) ? (prefixItems as unknown[]) : [];
  const least = countOf(schema, 'minItems', path) ?? 0;
  const room = items === false ? places.length : Infinity;
  const most = Math.min(countOf(schema, 'maxItems', path) ?? Infinity, room);
  if (least > most) throw refuse(path, 'minItems', 'asks for more items than there may be');

  const itemAt = (place: number): Sequence => {
    const isPlace = place < places.length;
    const name = book.schema(
      isPlace ? places[place] : items,
      isPlace ? `${path}[${place}]` : `${path}[]`,
    );
    return [...(place === 0 ? [] : COMMA), rule(name)];
  };
  // The first item stands alone, because no comma is before it.
  const single = Math.min(Math.max(places.length, 1), most);
  const lengths = range(Math.min(least, single), single);
  return lengths.map((length) => {
    const content = range(0, length - 1).flatMap(itemAt);
    const isOpen = length === single && most > single;
    if (isOpen) book.set(`${path}[…]`, [itemAt(single)]);
    const rest = isOpen ? [repeat(`${path}[…]`, Math.max(0, least - single), most - single)] : [];
    const end: Sequence = length > 0 ? [rule('space'), ...literal(']')] : literal(']');
    return [...literal('['), rule('space'), ...content, ...rest, ...end];
  });
}

/** The whole numbers from one to another, both included. */
function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
