/** The first of what comes in pages; no page is asked for that is not needed. */
export async function take<T>(items: AsyncIterable<T>, count: number): Promise<T[]> {
  const taken: T[] = [];
  for await (const item of items) {
    taken.push(item);
    if (taken.length >= count) break;
  }
  return taken;
}

/** The size of the pages that it takes to get so many: the hosts allow 100 at most. */
export function pageSize(count: number): number {
  return Math.min(count, 100);
}
