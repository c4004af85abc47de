// Compiled, not run: whoever comes from the OpenAI SDK keeps the types of what they pass.
import type { ChatCompletionCreateParams } from '@hermes4/core';
import type OpenAI from 'openai';

type Theirs = OpenAI.ChatCompletionCreateParams;
type Ours = ChatCompletionCreateParams;

/** Parameters that both have; tools and messages have kinds that this API does not take. */
type Shared = Exclude<
  Extract<keyof Theirs, keyof Ours>,
  'messages' | 'tools' | 'tool_choice' | 'stream'
>;

type Message =
  | OpenAI.ChatCompletionSystemMessageParam
  | OpenAI.ChatCompletionDeveloperMessageParam
  | (OpenAI.ChatCompletionUserMessageParam & { content: string })
  | (OpenAI.ChatCompletionAssistantMessageParam & {
      audio?: never;
      function_call?: never;
      tool_calls?: OpenAI.ChatCompletionMessageFunctionToolCall[];
    })
  | (OpenAI.ChatCompletionToolMessageParam & { content: string });

/** Fails to compile when a type of theirs is not accepted. */
export function accepts(
  params: Pick<Theirs, Shared>,
  messages: Message[],
  tools: OpenAI.ChatCompletionFunctionTool[],
  tool_choice: 'none' | 'auto' | 'required' | OpenAI.ChatCompletionNamedToolChoice,
): Ours {
  return { ...params, messages, tools, tool_choice };
}
