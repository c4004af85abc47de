import type { ChatState } from '../state.ts';
import type { Talk } from '../take-turn.ts';

/** What happens after a slash command. */
export type Next =
  /** The person is asked for the next line. */
  | 'prompt'
  /** What is in `state.unanswered` is asked. */
  | 'ask'
  | 'quit';

/** A command within a chat. */
export interface Slash {
  readonly name: string;
  /** Other names for it. */
  readonly aliases?: readonly string[];
  /** What may stand behind it, for `/help`. */
  readonly operands?: string;
  /** One line for `/help`. */
  readonly summary: string;
  /** What its operand may be completed with. */
  complete?(talk: Talk): readonly string[];
  /**
   * @param operand What stood behind it, without the space around it.
   * @throws UsageError, or an error of the client's, that says what is wrong with the operand.
   */
  run(operand: string, state: ChatState, talk: Talk): Promise<Next> | Next;
}
