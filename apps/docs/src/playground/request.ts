import type { ChatCompletionCreateParams, ChatCompletionMessageInput } from '@hermes4/core';
import { type Settings, schemaOf } from './settings.ts';
import { PAGE_TOOLS, type PageTool } from './tools.ts';

/** One call as the playground makes it, and as its code is written. */
export interface Call {
  readonly messages: readonly ChatCompletionMessageInput[];
  readonly params: Readonly<Record<string, number>>;
  readonly reasoning: boolean;
  readonly tools: readonly PageTool[];
  readonly schema: Readonly<Record<string, unknown>> | undefined;
}

/** The call that comes next: the conversation so far, and what is asked of it. */
export function callOf(
  settings: Settings,
  conversation: readonly ChatCompletionMessageInput[],
): Call {
  const { system, params, reasoning, tools } = settings;
  const told = system.trim() === '' ? [] : [{ role: 'system' as const, content: system }];
  return {
    messages: [...told, ...conversation],
    params,
    reasoning,
    tools: PAGE_TOOLS.filter(({ name }) => tools.includes(name)),
    schema: schemaOf(settings),
  };
}

/** The text of a message; those of the playground have no parts. */
export function contentOf(message: ChatCompletionMessageInput | undefined): string {
  return typeof message?.content === 'string' ? message.content : '';
}

/** Tools as the API takes them. */
export function wireTool({ name, description, parameters }: PageTool): object {
  return { type: 'function', function: { name, description, parameters } };
}

/** What a schema is called where the API wants a name. */
export function formatOf(
  schema: Readonly<Record<string, unknown>>,
): NonNullable<ChatCompletionCreateParams['response_format']> {
  return { type: 'json_schema', json_schema: { name: 'answer', schema } };
}
