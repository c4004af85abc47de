import {
  DEEP_THINKING_PROMPT,
  isRecord,
  type NormalizeContext,
  type WireChatRequest,
} from '@hermes4/core/internal';

/** Derives from a request how its answer is to be read. */
export function readContext(request: WireChatRequest, opensThinking: boolean): NormalizeContext {
  const { tools = [], tool_choice } = request;
  const offered = tool_choice === 'none' ? [] : tools;
  const reasoning = asksForThinking(request);
  return {
    reasoning,
    opensThinking: reasoning && opensThinking,
    tools: offered.map((tool) => tool.function.name),
    textToolCalls: offered.length > 0,
  };
}

/** A parameter, an argument of the template, or the prompt that the model was trained on. */
function asksForThinking({
  reasoning,
  chat_template_kwargs: template,
  messages,
}: Readonly<Record<string, unknown>>): boolean {
  if (isRecord(reasoning) ? reasoning['enabled'] !== false : reasoning === true) return true;
  if (isRecord(template) && template['thinking'] === true) return true;
  return JSON.stringify(messages).includes(JSON.stringify(DEEP_THINKING_PROMPT).slice(1, -1));
}
