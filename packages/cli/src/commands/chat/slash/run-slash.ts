import { isOneSlipAway } from '../../../choose-command.ts';
import { UsageError } from '../../../failure.ts';
import type { ChatState } from '../state.ts';
import type { Talk } from '../take-turn.ts';
import type { Next } from './slash.ts';
import { slashes } from './slashes.ts';

/** Whether a line is a command: one slash and a word, not a path. */
export function isSlash(text: string): boolean {
  return /^\/[a-z?]*(?:\s|$)/i.test(text);
}

/**
 * Runs a line that is a command.
 *
 * @throws UsageError when there is no such command, or what the command throws.
 */
export async function runSlash(text: string, state: ChatState, talk: Talk): Promise<Next> {
  const [, name = '', operand = ''] = /^\/(\S*)\s*([^]*)$/.exec(text) ?? [];
  const slash = slashes.find((one) => one.name === name || one.aliases?.includes(name));
  if (slash) return slash.run(operand.trim(), state, talk);
  const meant = slashes.find((one) => isOneSlipAway(name, one.name));
  throw new UsageError(
    `There is no /${name}. ${meant ? `Did you mean /${meant.name}?` : '/help lists what there is.'} To say just that: //${name}`,
  );
}
