import { isRecord } from '@hermes4/core/internal';
import { disarm, disarmJson } from './control-tokens.ts';
import { type Message, textOf } from './text-of.ts';

type AssistantMessage = Extract<Message, { role: 'assistant' }>;

/** What becomes of the thoughts of earlier turns. */
export interface ThoughtsPolicy {
  /** They stay, as `keep_cots` asks. */
  readonly keep: boolean;
  /** The model thinks in its next turn: the template then leaves empty tags where thoughts were. */
  readonly mark: boolean;
}

const OPEN = '<think>';
const CLOSE = '</think>';

/** An earlier turn of the model, as the model wrote it. */
export function assistantText(message: AssistantMessage, policy: ThoughtsPolicy): string {
  const { thoughts, said } = split(message);
  const calls = (message.tool_calls ?? []).map(
    ({ function: { name, arguments: json } }) =>
      `<tool_call>\n{"name": ${disarmJson(JSON.stringify(name))}, "arguments": ${disarmJson(json.trim() || '{}')}}\n</tool_call>`,
  );
  const answer = [disarm(said), ...calls].filter((text) => text !== '').join('\n');
  if (thoughts === undefined) return answer;
  if (policy.keep) return `${OPEN}\n${disarm(thoughts)}\n${CLOSE}\n${answer}`;
  return policy.mark ? `${OPEN} ${CLOSE}${answer}` : answer;
}

/** Thoughts come in the field of an answer that is sent back, or in tags before the text. */
function split(message: AssistantMessage): { thoughts?: string; said: string } {
  const text = textOf(message) || (message.refusal ?? '');
  const field = fieldOf(message);
  if (!text.trimStart().startsWith(OPEN)) {
    return { said: text, ...(field !== undefined && { thoughts: field }) };
  }
  const inside = text.slice(text.indexOf(OPEN) + OPEN.length);
  const end = inside.indexOf(CLOSE);
  // A turn that was cut while it was thinking is thoughts to its end.
  if (end === -1) return { thoughts: inside.trim(), said: '' };
  return {
    thoughts: inside.slice(0, end).trim(),
    said: inside.slice(end + CLOSE.length).trimStart(),
  };
}

function fieldOf(message: AssistantMessage): string | undefined {
  const fields: unknown = message;
  if (!isRecord(fields)) return undefined;
  const thoughts = fields['reasoning_content'] ?? fields['reasoning'];
  return typeof thoughts === 'string' && thoughts !== '' ? thoughts : undefined;
}
