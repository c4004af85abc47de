import { DEEP_THINKING_PROMPT, type WireChatRequest } from '@hermes4/core/internal';
import { disarm, disarmJson } from './control-tokens.ts';
import { hasDeepThinkingPrompt, wantsThinking } from './wants-thinking.ts';

/** What the template says where the caller says nothing. */
const DEFAULT_SYSTEM_TEXT = 'You are Hermes, created by Nous Research.';

/**
 * The text of the first turn. Thinking that is asked for by a parameter puts the deep-thinking prompt
 * before the caller's own text (the published template drops it there, and the wish with it); tools
 * follow, in the words of the model card.
 *
 * @param own What the caller's first system message says, if there is one.
 */
export function systemText(request: WireChatRequest, own: string | undefined): string {
  const thinking = wantsThinking(request);
  const prompt = thinking && !hasDeepThinkingPrompt(request) ? DEEP_THINKING_PROMPT : undefined;
  const said = own === undefined && prompt === undefined ? DEFAULT_SYSTEM_TEXT : own;
  return [prompt, said && disarm(said), describeTools(request, thinking)]
    .filter((text) => text !== undefined && text !== '')
    .join('\n\n');
}

function describeTools(request: WireChatRequest, thinking: boolean): string | undefined {
  const { tools, tool_choice, parallel_tool_calls } = request;
  if (!tools?.length || tool_choice === 'none') return undefined;
  const words = [
    'You are a function-calling AI. Tools are provided inside <tools>…</tools>.',
    'When appropriate, call a tool by emitting a <tool_call>{...}</tool_call> object.',
    thinking
      ? 'After a tool responds (as <tool_response>), continue reasoning inside <think> and produce the final answer.'
      : 'After a tool responds (as <tool_response>), produce the final answer.',
  ];
  if (tool_choice === 'required') words.push('Call at least one tool now.');
  if (typeof tool_choice === 'object') {
    words.push(`Call the tool ${JSON.stringify(tool_choice.function.name)} now.`);
  }
  if (parallel_tool_calls === false) words.push('Call one tool at a time.');
  const declared = tools.map((tool) => disarmJson(JSON.stringify(tool)));
  return [disarm(words.join('\n')), '<tools>', ...declared, '</tools>'].join('\n');
}
