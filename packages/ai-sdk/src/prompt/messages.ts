import type { LanguageModelV4Message, LanguageModelV4Prompt } from '@ai-sdk/provider';
import type { ChatCompletionMessageInput } from '@hermes4/core';
import type { CallWarning } from '../answer/parts.ts';
import { argumentsOf } from '../answer/tool-input.ts';
import { filePart, type UserPart } from './file-part.ts';
import { toolResultText } from './tool-result-text.ts';

type Warn = (warning: CallWarning) => void;
type Message<Role> = Extract<LanguageModelV4Message, { role: Role }>;

/**
 * A conversation as the API takes it. What has no place there is left out and told to `warn`.
 *
 * @throws UnsupportedFunctionalityError for a file that the model cannot read.
 */
export function messagesOf(
  prompt: LanguageModelV4Prompt,
  warn: Warn,
): ChatCompletionMessageInput[] {
  return prompt.flatMap((message) => {
    switch (message.role) {
      case 'system':
        return [{ role: 'system' as const, content: message.content }];
      case 'user':
        return [userMessage(message)];
      case 'assistant':
        return [assistantMessage(message, warn)];
      case 'tool':
        return toolMessages(message, warn);
    }
  });
}

function userMessage({ content }: Message<'user'>): ChatCompletionMessageInput {
  const parts: UserPart[] = content.map((part) =>
    part.type === 'text' ? { type: 'text', text: part.text } : filePart(part),
  );
  const [only] = parts;
  // One text is said as the API's own examples say it.
  return { role: 'user', content: parts.length === 1 && only?.type === 'text' ? only.text : parts };
}

function assistantMessage(
  { content }: Message<'assistant'>,
  warn: Warn,
): ChatCompletionMessageInput {
  let text = '';
  let reasoning = '';
  const calls = [];
  for (const part of content) {
    if (part.type === 'text') text += part.text;
    else if (part.type === 'reasoning') reasoning += part.text;
    else if (part.type === 'tool-call' && !part.providerExecuted) {
      const call = { name: part.toolName, arguments: argumentsOf(part.input) };
      calls.push({ id: part.toolCallId, type: 'function' as const, function: call });
    } else warn(leftOut(part.type));
  }
  return {
    role: 'assistant',
    // A turn without calls needs a text, be it empty.
    ...((text !== '' || calls.length === 0) && { content: text }),
    ...(reasoning !== '' && { reasoning_content: reasoning }),
    ...(calls.length > 0 && { tool_calls: calls }),
  };
}

function toolMessages({ content }: Message<'tool'>, warn: Warn): ChatCompletionMessageInput[] {
  return content.flatMap((part) => {
    // The SDK turns a refusal into a result by itself.
    if (part.type === 'tool-approval-response') return [];
    const { toolCallId, toolName: name, output } = part;
    const text = toolResultText(output, warn);
    return [{ role: 'tool' as const, tool_call_id: toolCallId, name, content: text }];
  });
}

function leftOut(type: string): CallWarning {
  return {
    type: 'unsupported',
    feature: `${type} in a message of the assistant`,
    details: 'It came from another provider and was left out of what the model is shown.',
  };
}
