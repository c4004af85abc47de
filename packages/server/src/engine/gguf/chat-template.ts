import { isRecord, type WireChatRequest } from '@hermes4/core/internal';
import { Refusal } from '../../refusal.ts';
import type { JinjaModule, LlamaModel } from './llama.ts';

type Message = WireChatRequest['messages'][number];

/** A message as templates read it: text instead of parts, arguments instead of their JSON. */
interface TemplateMessage {
  role: string;
  content: string;
  [field: string]: unknown;
}

/** What a template is told besides the conversation. */
export interface TemplateOptions {
  readonly thinking: boolean;
  /** Makes text harmless that looks like a control token. */
  readonly disarm: (text: string) => string;
}

/** Writes the prompt of a conversation. */
export type ChatTemplate = (request: WireChatRequest, options: TemplateOptions) => string;

/**
 * The chat template that a model file brings, or `undefined` when it brings none.
 *
 * @throws Refusal 400 from the template, for a conversation that it cannot write.
 */
export function chatTemplateOf(model: LlamaModel, jinja: JinjaModule): ChatTemplate | undefined {
  const source = templateSource(model.fileInfo.metadata);
  if (source === undefined) return undefined;
  const template = new jinja.Template(source);
  const { bosString, eosString } = model.tokens;
  const fixed = {
    add_generation_prompt: true,
    bos_token: bosString ?? '',
    eos_token: eosString ?? '',
  };

  return (request, { thinking, disarm }) => {
    const { tools = [], tool_choice } = request;
    const { chat_template_kwargs } = request as { chat_template_kwargs?: unknown };
    const offered = tools.length > 0 && tool_choice !== 'none';
    const values = {
      ...fixed,
      thinking,
      enable_thinking: thinking,
      ...(offered && { tools: disarmed(tools, disarm) }),
      ...(isRecord(chat_template_kwargs) ? chat_template_kwargs : {}),
    };
    const messages = request.messages.map((message) => disarmed(templateMessage(message), disarm));
    return render(template, values, messages);
  };
}

/**
 * The published template of Hermes 4 looks for the end of thoughts in every earlier turn while the model thinks, and fails on a turn
 * without them; empty thoughts are what it writes in their place itself.
 */
function render(
  template: { render(values: Record<string, unknown>): string },
  values: Record<string, unknown>,
  messages: readonly TemplateMessage[],
): string {
  try {
    return template.render({ ...values, messages });
  } catch (error) {
    const marked = messages.map(withEmptyThoughts);
    if (marked.every((message, index) => message === messages[index])) throw unwritable(error);
    try {
      return template.render({ ...values, messages: marked });
    } catch {
      throw unwritable(error);
    }
  }
}

function withEmptyThoughts(message: TemplateMessage): TemplateMessage {
  if (message.role !== 'assistant' || message.content.includes('</think>')) return message;
  return { ...message, content: `<think></think>${message.content}` };
}

function unwritable(error: unknown): Refusal {
  const reason = error instanceof Error ? error.message : String(error);
  return new Refusal(400, `messages: the model's chat template cannot write them: ${reason}`);
}

function templateSource(metadata: unknown): string | undefined {
  const tokenizer = isRecord(metadata) ? metadata['tokenizer'] : undefined;
  const source = isRecord(tokenizer) ? tokenizer['chat_template'] : undefined;
  return typeof source === 'string' ? source : undefined;
}

function templateMessage(message: Message): TemplateMessage {
  const { role } = message;
  const base = {
    ...message,
    role: role === 'developer' ? 'system' : role,
    content: textOf(message),
  };
  if (message.role !== 'assistant' || !message.tool_calls) return base;
  const tool_calls = message.tool_calls.map((call) => ({
    ...call,
    function: { ...call.function, arguments: parsed(call.function.arguments) },
  }));
  return { ...base, tool_calls };
}

function textOf({ content }: Message): string {
  if (typeof content === 'string') return content;
  const texts = (content ?? []).map((part) => {
    if (part.type === 'text') return part.text;
    if (part.type === 'refusal') return part.refusal;
    throw new Refusal(
      400,
      'messages: this model reads text only; a file cannot be a part of them.',
    );
  });
  return texts.join('\n');
}

/** Templates turn arguments into JSON themselves; a text would be quoted a second time. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

function disarmed<T>(value: T, disarm: (text: string) => string): T {
  if (typeof value === 'string') return disarm(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => disarmed(item, disarm)) as T;
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, disarmed(inner, disarm)]);
  return Object.fromEntries(entries) as T;
}
