/** What a group has at least: the item it was made for. */
export type Group<T> = [first: T, ...others: T[]];

/** Sorts items into groups by a name, in the order in which the names came. */
export function groupBy<T>(items: readonly T[], nameOf: (item: T) => string): Group<T>[] {
  const groups = new Map<string, Group<T>>();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return [...groups.values()];
}
