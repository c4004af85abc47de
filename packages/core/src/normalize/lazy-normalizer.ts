import type { Batch, Coming } from '../model/batch.ts';
import type { ChatCompletionChunk } from '../model/chat-completion.ts';
import type { Normalizer } from './create-normalizer.ts';
import { isPlain, type PlainChunk } from './plain-chunk.ts';

type Chunks = Coming<ChatCompletionChunk>;

/** A {@link Normalizer} that may have to be waited for. */
export interface LazyNormalizer {
  /** Takes what arrived; must not be called again before it has answered. */
  push(batch: Batch<unknown>): Chunks;
  /** Takes what the end of the connection completes, and gives out what was held back. */
  end(last: Batch<unknown>): Chunks;
}

/** The first character that is no space, as the scanner sees it. */
const WORD = /[^\t-\r \xa0\ufeff]/;

/**
 * Passes an answer on as long as it is plain text in the normal form. What reads everything else is loaded
 * with the first batch that needs it, and first told what it has missed.
 *
 * @param load Loads it.
 * @param isPlainExpected Whether nothing but text was asked for; else it is loaded at once.
 */
export function createLazyNormalizer(
  load: () => Promise<Normalizer>,
  isPlainExpected: boolean,
): LazyNormalizer {
  let full: Normalizer | undefined;
  const loading = isPlainExpected ? undefined : load();
  // Whether anything needs it is not known yet.
  loading?.catch(() => undefined);

  /** What stands for all that has passed: its first chunk, one that says something, the latest. */
  let first: PlainChunk | undefined;
  let said: PlainChunk | undefined;
  let latest: PlainChunk | undefined;

  return {
    push: (batch) => read(batch, 'push'),
    end: (last) => read(last, 'end'),
  };

  function read(batch: Batch<unknown>, how: 'push' | 'end'): Chunks {
    if (full) return full[how](batch);
    if (!loading && passes(batch.items)) return batch as Batch<ChatCompletionChunk>;
    return (loading ?? load()).then((loaded) => {
      full = loaded;
      const missed = [first, said, latest].filter((chunk) => chunk !== undefined);
      full.push({ items: missed, done: false });
      return full[how](batch);
    });
  }

  /** Whether all of a batch is plain, and where it begins cannot be read in another way. */
  function passes(items: readonly unknown[]): boolean {
    let begun = said;
    let last = latest;
    for (const value of items) {
      if (!isPlain(value)) return false;
      const [choice] = value.choices;
      if (!choice) continue;
      if (last?.choices[0]?.finish_reason) return false;
      last = value;
      if (begun) continue;
      const word = WORD.exec(choice.delta.content ?? '')?.[0];
      if (word === '<') return false;
      if (word) begun = value;
    }
    first ??= items[0] as PlainChunk | undefined;
    said = begun;
    latest = last;
    return true;
  }
}
