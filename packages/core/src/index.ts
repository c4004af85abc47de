export type { ChatCompletions } from './client/chat-completions.ts';
export { createHermes, type Hermes } from './client/create-hermes.ts';
export type { ErrorCode } from './errors/error-code.ts';
export { HermesError, type HermesErrorDetails, isHermesError } from './errors/hermes-error.ts';
export { hostProfiles } from './hosts/host-profiles.ts';
export type {
  ChatCompletion,
  ChatCompletionChoice,
  ChatCompletionChunk,
  ChatCompletionChunkChoice,
  ChatCompletionChunkDelta,
  ChatCompletionChunkToolCall,
  ChatCompletionLogprobs,
  ChatCompletionMessage,
  ChatCompletionMessageToolCall,
  CompletionMeta,
  CompletionUsage,
} from './model/chat-completion.ts';
export type {
  ChatCompletionCreateParams,
  ChatCompletionCreateParamsNonStreaming,
  ChatCompletionCreateParamsStreaming,
  ChatCompletionMessageInput,
  ChatCompletionMessageParam,
  ChatCompletionTool,
  ChatCompletionToolChoiceOption,
  ChatModel,
  ReasoningOptions,
  ResponseFormat,
} from './model/chat-request.ts';
export type { HermesOptions, RequestOptions, ToolMode } from './model/client-options.ts';
export type { HostName, HostProfile } from './model/host-profile.ts';
export type { Fetch } from './model/http.ts';
export type { Warning } from './model/warning.ts';
export type { ChatStream } from './result/chat-stream.ts';
export type { ChatCompletionStream } from './result/chunk-stream.ts';
export type {
  ChatStreamPart,
  FinishPart,
  ReasoningDeltaPart,
  TextDeltaPart,
  ToolCallDeltaPart,
} from './result/parts.ts';
