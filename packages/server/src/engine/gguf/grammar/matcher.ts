import { type CharSet, includes, type Rules, type Sequence } from './grammar.ts';

/** How far a text has come in a grammar; never changed, so that several continuations can be tried. */
export interface Position {
  /** The position after more text, or `undefined` where the grammar does not allow it. */
  after(text: string): Position | undefined;
  /** Whether the text may end here. */
  readonly isComplete: boolean;
  /** Whether nothing but the end may follow. */
  readonly isFinal: boolean;
}

/** What remains to be matched: the elements of a sequence from a place on, then what follows it. */
interface Frame {
  readonly sequence: Sequence;
  readonly at: number;
  /** How often the repetition at `at` has been there. */
  readonly count: number;
  readonly next: Frame | undefined;
  readonly id: number;
}

/**
 * Begins a text of a grammar. Every alternative is followed at once, each as a stack of what remains; equal stacks are one
 * object, so that there are never more of them than the grammar has places.
 *
 * @throws Error when a rule calls itself before it has read a character, or one that is not there.
 */
export function startOf(rules: Rules): Position {
  const known = new Map<string, Frame>();
  const root: Sequence = [{ kind: 'rule', name: 'root' }];
  return positionAt(expand([frame(root, 0, 0, undefined)]));

  function frame(sequence: Sequence, at: number, count: number, next: Frame | undefined): Frame {
    const key = `${idOf(sequence)}:${at}:${count}:${next?.id ?? 0}`;
    const one = known.get(key) ?? { sequence, at, count, next, id: known.size + 1 };
    known.set(key, one);
    return one;
  }

  /** The frame behind the element at which one stands; none at the end of the last sequence. */
  function behind({ sequence, at, next }: Frame): Frame | undefined {
    return at + 1 < sequence.length ? frame(sequence, at + 1, 0, next) : next;
  }

  /** Follows rules until each stack begins with a character, or is done. */
  function expand(frames: readonly (Frame | undefined)[]): Set<Frame | undefined> {
    const heads = new Set<Frame | undefined>();
    const seen = new Set<Frame>();
    const waiting = [...frames];
    for (let one = waiting.pop(); one !== undefined || waiting.length > 0; one = waiting.pop()) {
      if (one === undefined) heads.add(undefined);
      else if (!seen.has(one)) visit(one);
    }
    if (frames.includes(undefined)) heads.add(undefined);
    return heads;

    function visit(one: Frame): void {
      seen.add(one);
      const element = one.sequence[one.at];
      if (element === undefined) push(one.next);
      else if (element.kind === 'char') heads.add(one);
      else if (element.kind === 'rule') enter(element.name, behind(one));
      else {
        const { name, min, max } = element;
        if (one.count >= min) push(behind(one));
        // Beyond the least, the count matters only where there is a most.
        const count = max === Infinity ? Math.min(one.count + 1, min) : one.count + 1;
        if (one.count < max) enter(name, frame(one.sequence, one.at, count, one.next));
      }
    }

    function push(one: Frame | undefined): void {
      if (one === undefined) heads.add(undefined);
      else waiting.push(one);
    }

    function enter(name: string, next: Frame | undefined): void {
      const sequences = rules.get(name);
      if (!sequences) throw new Error(`The grammar has no rule ${name}.`);
      for (const sequence of sequences) {
        if (sequence.length === 0) push(next);
        else push(frame(sequence, 0, 0, next));
      }
    }
  }

  function positionAt(heads: ReadonlySet<Frame | undefined>): Position {
    return {
      isComplete: heads.has(undefined),
      isFinal: heads.size === 1 && heads.has(undefined),
      after(text) {
        let now = heads;
        for (const char of text) {
          now = step(now, char.codePointAt(0) as number);
          if (now.size === 0) return undefined;
        }
        return positionAt(now);
      },
    };
  }

  function step(heads: ReadonlySet<Frame | undefined>, code: number): Set<Frame | undefined> {
    const following: (Frame | undefined)[] = [];
    for (const head of heads) {
      if (head && includes(head.sequence[head.at] as CharSet, code)) following.push(behind(head));
    }
    return expand(following);
  }
}

const ids = new WeakMap<Sequence, number>();
let lastId = 0;

function idOf(sequence: Sequence): number {
  const id = ids.get(sequence) ?? ++lastId;
  ids.set(sequence, id);
  return id;
}
