/** Things by name, of which only so many are kept. */
export interface Recent<Thing> {
  /** The thing of that name, made when there is none. */
  get(name: string, make: () => Thing): Thing;
}

/**
 * Keeps the things that were asked for last: half of them for sure, the other half until the first is full
 * again. A list in exact order would cost more than all the counting, once it is full.
 *
 * @param isIdle Whether a thing may be forgotten.
 */
export function createRecent<Thing>(
  most: number,
  isIdle: (thing: Thing) => boolean,
): Recent<Thing> {
  let young = new Map<string, Thing>();
  let old = young;
  let room = most / 2;
  return {
    get(name, make) {
      const known = young.get(name);
      if (known) return known;
      const thing = old.get(name) ?? make();
      if (young.size >= room) turn();
      young.set(name, thing);
      return thing;
    },
  };

  function turn(): void {
    const busy = [...old].filter(([, thing]) => !isIdle(thing));
    old = young;
    young = new Map(busy);
    room = busy.length + most / 2;
  }
}
