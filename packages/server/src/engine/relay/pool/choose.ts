/** An upstream, as far as the choice depends on it. */
export interface Candidate {
  readonly name: string;
  readonly weight: number;
  /** The work that it has, as {@link workOf} counts it. */
  readonly work: number;
  /** When it was last chosen, by a count of choices. */
  readonly chosenAt: number;
}

/** How far above its share an upstream may go for the sake of what it has read before, and by how much in any case. */
const MOST_ABOVE_SHARE = 1.25;
const LITTLE_WORK = 1;

/**
 * Chooses who gets a call: the one with the least work for its weight, among equals the one that has waited
 * longest. With a prefix it is the one to which the prefix leads, or the next that has room: consistent hashing
 * with bounded loads (https://arxiv.org/abs/1608.01350), to which all relays come alike without asking each other.
 */
export function choose<T extends Candidate>(
  candidates: readonly T[],
  { prefix, work }: { readonly prefix: number | undefined; readonly work: number },
): T | undefined {
  if (prefix === undefined) return first(candidates, (one) => one.work / one.weight);
  const share = (total(candidates, 'work') + work) / total(candidates, 'weight');
  const withRoom = candidates.filter(
    (one) => one.work <= (MOST_ABOVE_SHARE * share + LITTLE_WORK) * one.weight,
  );
  // Weighted rendezvous hashing (https://www.ietf.org/archive/id/draft-ietf-bess-weighted-hrw-00.html).
  return first(withRoom, (one) => -Math.log(unit(hashOf(one.name, prefix))) / one.weight);
}

/** How much work a call is: one for itself, and one more for as long a text as takes as long to read. */
export function workOf(text: string): number {
  return 1 + text.length / 32_768;
}

/** A text as a number of 32 bits, from where another hash left off: FNV-1a, stirred so that all bits count. */
export function hashOf(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A number above 0 and below 1. */
function unit(hash: number): number {
  return (hash + 0.5) / 2 ** 32;
}

function first<T extends Candidate>(
  candidates: readonly T[],
  by: (one: T) => number,
): T | undefined {
  const order = (a: T, b: T): number => by(a) - by(b) || a.chosenAt - b.chosenAt;
  return candidates.reduce<T | undefined>(
    (best, one) => (best && order(best, one) <= 0 ? best : one),
    undefined,
  );
}

function total(candidates: readonly Candidate[], of: 'work' | 'weight'): number {
  return candidates.reduce((sum, one) => sum + one[of], 0);
}
