import type {
  LanguageModelV2CallOptions,
  LanguageModelV2Message,
  LanguageModelV2ToolResultPart,
  LanguageModelV3Message,
  LanguageModelV3ToolResultPart,
  LanguageModelV4CallOptions,
} from '@ai-sdk/provider';
import { fromV3 } from './from-v3.ts';

/** A call of the second version of the specification as one of the fourth. */
export function fromV2({
  prompt,
  tools,
  ...options
}: LanguageModelV2CallOptions): LanguageModelV4CallOptions {
  const current = (tools ?? []).map((tool) =>
    tool.type === 'function' ? tool : { ...tool, type: 'provider' as const },
  );
  return fromV3({ ...options, prompt: prompt.map(message), ...(tools && { tools: current }) });
}

function message(given: LanguageModelV2Message): LanguageModelV3Message {
  if (given.role === 'tool') return { ...given, content: given.content.map(result) };
  if (given.role !== 'assistant') return given;
  return {
    ...given,
    content: given.content.map((part) => (part.type === 'tool-result' ? result(part) : part)),
  };
}

function result(part: LanguageModelV2ToolResultPart): LanguageModelV3ToolResultPart {
  const { output } = part;
  if (output.type !== 'content') return { ...part, output };
  const value = output.value.map((piece) =>
    piece.type === 'text' ? piece : { ...piece, type: 'file-data' as const },
  );
  return { ...part, output: { type: 'content', value } };
}
