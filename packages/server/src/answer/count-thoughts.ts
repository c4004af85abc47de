/** Counts the tokens that the model thought with. */
export interface ThoughtCount {
  /**
   * Takes what one step of the generation brought.
   *
   * @param text What the model wrote, in `tokens` tokens.
   * @param told What of it, or of what was held back before, was given out.
   */
  add(
    text: string,
    tokens: number,
    told: { readonly thought: string; readonly other: boolean },
  ): void;
  total(): number;
}

interface Step {
  readonly text: string;
  readonly tokens: number;
}

const OPEN = '<think>';

/**
 * Tags are not thoughts, and a step that may be a tag is held back; so a step counts when it shares a character
 * with the thoughts that come out.
 */
export function createThoughtCount(): ThoughtCount {
  let undecided: Step[] = [];
  let count = 0;

  return { add, total: () => count };

  function add(
    text: string,
    tokens: number,
    { thought, other }: { readonly thought: string; readonly other: boolean },
  ): void {
    undecided.push({ text, tokens });
    if (thought !== '') count += touched(undecided, thought);
    if (thought !== '' || other) undecided = [];
  }

  /** Thoughts are what follows the open tag, or else the first text that was held back. */
  function touched(steps: readonly Step[], thought: string): number {
    const all = steps.map(({ text }) => text).join('');
    const tag = all.indexOf(OPEN);
    const from = all.indexOf(thought, tag === -1 ? 0 : tag + OPEN.length);
    let at = 0;
    let sum = 0;
    for (const { text, tokens } of steps) {
      if (at < from + thought.length && at + text.length > from) sum += tokens;
      at += text.length;
    }
    return sum;
  }
}
