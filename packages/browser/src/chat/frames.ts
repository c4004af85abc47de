/** When the page draws: a chat tells of new text once for each frame. */
export interface Frames {
  /**
   * Runs a function before the next frame.
   *
   * @returns A function that prevents it.
   */
  next(run: () => void): () => void;
}

type PageGlobals = Partial<Pick<Window, 'requestAnimationFrame' | 'cancelAnimationFrame'>>;

/** A hidden tab draws no frames, and its timers run once a second at most. */
const HIDDEN_MS = 250;

/** The page's own frames; without them, such as in a hidden tab or in a worker, a timer. */
export const pageFrames: Frames = {
  next(run) {
    const { requestAnimationFrame: request, cancelAnimationFrame: cancel } =
      globalThis as PageGlobals;
    const timer = setTimeout(go, request ? HIDDEN_MS : 16);
    // Both are asked: a tab may be hidden after its frame was.
    const frame = request?.(go);
    return drop;

    function drop(): void {
      clearTimeout(timer);
      if (frame !== undefined) cancel?.(frame);
    }

    function go(): void {
      drop();
      run();
    }
  },
};
