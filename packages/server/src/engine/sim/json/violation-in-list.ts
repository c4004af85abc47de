import type { Json } from './json.ts';
import { firstItems, otherItems } from './schema.ts';
import type { Violation, Visit } from './visit.ts';

type ListVisit = Visit & { readonly value: readonly Json[] };

/** What a list breaks by its items. */
export function findInList(visit: ListVisit): Violation | undefined {
  return findInItems(visit) ?? findContained(visit) ?? findUnevaluated(visit);
}

function findInItems({ value, schema, path, seen, find }: ListVisit): Violation | undefined {
  const first = firstItems(schema);
  const others = otherItems(schema);
  for (const [index, item] of value.entries()) {
    const asked = index < first.length ? first[index] : others;
    if (asked === undefined) continue;
    const at = index < first.length ? `prefixItems[${index}]` : 'items';
    const violation = find(item, asked, `${path}.${at}`, new Set());
    if (violation !== undefined) return violation;
    seen.add(index);
  }
  return undefined;
}

function findContained({ value, schema, path, seen, find }: ListVisit): Violation | undefined {
  const { contains, minContains = 1, maxContains = Infinity } = schema;
  if (contains === undefined) return undefined;
  const found = [...value.entries()].filter(
    ([, item]) => find(item, contains, path, new Set()) === undefined,
  );
  for (const [index] of found) seen.add(index);
  if (found.length < minContains) return `${path}.contains`;
  return found.length > maxContains ? `${path}.maxContains` : undefined;
}

function findUnevaluated({ value, schema, path, seen, find }: ListVisit): Violation | undefined {
  const { unevaluatedItems: asked } = schema;
  if (asked === undefined) return undefined;
  for (const [index, item] of value.entries()) {
    if (seen.has(index)) continue;
    const violation = find(item, asked, `${path}.unevaluatedItems`, new Set());
    if (violation !== undefined) return violation;
    seen.add(index);
  }
  return undefined;
}
