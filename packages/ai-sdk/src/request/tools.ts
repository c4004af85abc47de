import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { ChatCompletionCreateParams, ChatCompletionTool } from '@hermes4/core';
import type { CallWarning } from '../answer/parts.ts';
import { withoutDialect } from './without-dialect.ts';

type ToolParams = Pick<ChatCompletionCreateParams, 'tools' | 'tool_choice'>;

/** The tools of a call, and which of them is to be called. */
export function toolParams(
  { tools = [], toolChoice }: Pick<LanguageModelV4CallOptions, 'tools' | 'toolChoice'>,
  warn: (warning: CallWarning) => void,
): ToolParams {
  const functions = tools.flatMap((tool): ChatCompletionTool[] => {
    if (tool.type === 'function') return [functionTool(tool, warn)];
    const details = 'Hosts of Hermes 4 run no tools of their own.';
    warn({ type: 'unsupported', feature: `provider tool ${tool.id}`, details });
    return [];
  });
  if (functions.length === 0) return {};
  return { tools: functions, ...(toolChoice && { tool_choice: choice(toolChoice) }) };
}

type FunctionTool = Extract<
  NonNullable<LanguageModelV4CallOptions['tools']>[number],
  { type: 'function' }
>;

function functionTool(
  { name, description, inputSchema, inputExamples, strict }: FunctionTool,
  warn: (warning: CallWarning) => void,
): ChatCompletionTool {
  if (inputExamples?.length) {
    const details = 'Say the examples in its description, or use addToolInputExamplesMiddleware.';
    warn({ type: 'unsupported', feature: `examples of the tool ${name}`, details });
  }
  const parameters = withoutDialect(inputSchema);
  return {
    type: 'function',
    function: {
      name,
      ...(description !== undefined && { description }),
      parameters,
      ...(strict !== undefined && { strict }),
    },
  };
}

function choice(
  given: NonNullable<LanguageModelV4CallOptions['toolChoice']>,
): NonNullable<ChatCompletionCreateParams['tool_choice']> {
  return given.type === 'tool'
    ? { type: 'function', function: { name: given.toolName } }
    : given.type;
}
