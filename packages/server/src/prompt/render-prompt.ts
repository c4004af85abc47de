import { isRecord, type WireChatRequest } from '@hermes4/core/internal';
import { assistantText, type ThoughtsPolicy } from './assistant-text.ts';
import { disarm } from './control-tokens.ts';
import { systemText } from './system-text.ts';
import { type Message, textOf } from './text-of.ts';
import { namesOfCalls, toolText } from './tool-text.ts';
import { wantsThinking } from './wants-thinking.ts';

/**
 * Writes the prompt that Hermes 4 405B reads for a conversation: its Llama-3 chat template, begin token and
 * the header of the model's next turn included.
 *
 * - The first system message opens the prompt; without one, the template's default text does. Thinking and
 *   tools are told there, see `chat_template_kwargs.thinking`, `reasoning` and `tools`.
 * - `developer` is `system`; tool results stand in `<tool_response>`, earlier calls in `<tool_call>`.
 * - Thoughts of earlier turns are left out, unless `chat_template_kwargs.keep_cots` is true.
 * - What looks like a control token in a message is written as `< |eot_id|>`: a message cannot forge a
 *   role. Tags inside the JSON of tools are escaped as JSON escapes them.
 * - `response_format` adds nothing: hosts of this model hold the tokens to it, not the prompt.
 *
 * Source: the model card of Hermes-4-405B; where the template leaves an earlier turn without `</think>` to
 * fail, this does not.
 *
 * @param request The body of a chat call.
 * @example
 * ```ts
 * import { renderPrompt } from '@hermes4/server';
 *
 * const prompt = renderPrompt({
 *   model: 'nousresearch/hermes-4-405b',
 *   messages: [{ role: 'user', content: 'Hello' }],
 * });
 * console.log(prompt.endsWith('assistant<|end_header_id|>\n\n')); // true
 * ```
 */
export function renderPrompt(request: WireChatRequest): string {
  const [first] = request.messages;
  const hasOwn = first?.role === 'system' || first?.role === 'developer';
  const rest = request.messages.slice(hasOwn ? 1 : 0);
  const names = namesOfCalls(rest);
  const policy = { keep: keepsThoughts(request), mark: wantsThinking(request) };
  return [
    '<|begin_of_text|>',
    turn('system', systemText(request, hasOwn ? textOf(first) : undefined)),
    ...rest.map((message) => turn(roleOf(message), contentOf(message, names, policy))),
    header('assistant'),
  ].join('');
}

function turn(role: string, content: string): string {
  return `${header(role)}${content}<|eot_id|>`;
}

function header(role: string): string {
  return `<|start_header_id|>${role}<|end_header_id|>\n\n`;
}

function roleOf({ role }: Message): string {
  return role === 'developer' ? 'system' : role;
}

function contentOf(
  message: Message,
  names: ReadonlyMap<string, string>,
  policy: ThoughtsPolicy,
): string {
  if (message.role === 'assistant') return assistantText(message, policy);
  if (message.role === 'tool') return toolText(message, names);
  return disarm(textOf(message));
}

function keepsThoughts(request: WireChatRequest): boolean {
  const { chat_template_kwargs } = request as { chat_template_kwargs?: unknown };
  return isRecord(chat_template_kwargs) && chat_template_kwargs['keep_cots'] === true;
}
