import type { Context } from '../command.ts';
import { withoutControls } from '../io.ts';
import type { ReasoningMode } from '../settings/settings.ts';

/** Shows what the model thinks beside what it says. */
export interface Thoughts {
  /** Shows a piece of them. */
  think(text: string): void;
  /** Sets the answer, or the end, apart from what was shown. */
  end(): void;
}

/** Whether the model is asked to think, and what then happens to its thoughts. */
export interface Thinking {
  /** `undefined` leaves it to the host. */
  readonly reasoning: boolean | undefined;
  readonly isShown: boolean;
  /** The thoughts take the answer's place. */
  readonly isOnly: boolean;
}

/** Without a word from the person, thoughts that come unasked are shown to somebody who looks on. */
export function thinkingOf(mode: ReasoningMode | undefined, { io }: Context): Thinking {
  return {
    reasoning: mode === undefined ? undefined : mode !== 'off',
    isShown: mode === 'show' || ((mode ?? 'auto') === 'auto' && io.stderr.isTTY === true),
    isOnly: mode === 'only',
  };
}

/** Thoughts, dimmed, on standard error. */
export function createThoughts(
  { io, styles, isQuiet, waiting }: Context,
  isShown: boolean,
): Thoughts {
  let isOpen = false;
  let last = '';
  return {
    think(text) {
      const shown = withoutControls(isOpen ? text : text.trimStart());
      if (!isShown || isQuiet) waiting.note('it is thinking');
      if (!isShown || isQuiet || shown === '') return;
      waiting.end();
      isOpen = true;
      last = shown.slice(-1);
      io.stderr.write(styles.stderr.dim(shown));
    },
    end() {
      if (!isOpen) return;
      isOpen = false;
      io.stderr.write(last === '\n' ? '\n' : '\n\n');
    },
  };
}
