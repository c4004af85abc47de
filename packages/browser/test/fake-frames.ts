import type { Frames } from '../src/chat/frames.ts';

/** Frames that a test draws. */
export function fakeFrames(): { readonly frames: Frames; draw(): void; asked(): number } {
  const waiting = new Set<() => void>();
  return {
    frames: {
      next: (run) => {
        waiting.add(run);
        return () => void waiting.delete(run);
      },
    },
    draw: () => {
      for (const run of [...waiting]) {
        waiting.delete(run);
        run();
      }
    },
    asked: () => waiting.size,
  };
}
