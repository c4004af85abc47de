import { Refusal } from '../../refusal.ts';
import type { LlamaSequence, Token } from './llama.ts';

/** The conversations that fit into memory at once. */
export interface SequencePool {
  /**
   * Takes the free one that remembers the most of a prompt, or waits for one.
   *
   * @throws Refusal 503 when too many wait already; the signal's reason when it is aborted.
   */
  take(prompt: readonly Token[], signal: AbortSignal): Promise<LlamaSequence>;
  give(sequence: LlamaSequence): void;
}

interface Waiting {
  readonly prompt: readonly Token[];
  readonly resolve: (sequence: LlamaSequence) => void;
}

/** Shares sequences out, in the order of asking. */
export function createSequencePool(
  sequences: readonly LlamaSequence[],
  maxWaiting: number,
): SequencePool {
  const free = new Set(sequences);
  const queue = new Set<Waiting>();

  return { take, give };

  async function take(prompt: readonly Token[], signal: AbortSignal): Promise<LlamaSequence> {
    signal.throwIfAborted();
    const sequence = bestOf(free, prompt);
    if (sequence) {
      free.delete(sequence);
      return sequence;
    }
    if (queue.size >= maxWaiting) {
      throw new Refusal(
        503,
        `All ${sequences.length} places are writing answers and ${queue.size} calls wait; try again later.`,
        { 'retry-after': '1' },
      );
    }
    return wait(prompt, signal);
  }

  function wait(prompt: readonly Token[], signal: AbortSignal): Promise<LlamaSequence> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        prompt,
        resolve: (sequence) => {
          signal.removeEventListener('abort', leave);
          resolve(sequence);
        },
      };
      const leave = (): void => {
        queue.delete(waiting);
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', leave, { once: true });
      queue.add(waiting);
    });
  }

  function give(sequence: LlamaSequence): void {
    const [next] = queue;
    if (next === undefined) {
      free.add(sequence);
      return;
    }
    queue.delete(next);
    next.resolve(sequence);
  }
}

function bestOf(
  free: Iterable<LlamaSequence>,
  prompt: readonly Token[],
): LlamaSequence | undefined {
  let best: LlamaSequence | undefined;
  let most = -1;
  for (const sequence of free) {
    const shared = sharedLength(sequence.contextTokens, prompt);
    if (shared > most) [best, most] = [sequence, shared];
  }
  return best;
}

/** How many tokens two texts have in common at their beginning. */
export function sharedLength(one: readonly Token[], other: readonly Token[]): number {
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index++) if (one[index] !== other[index]) return index;
  return length;
}
