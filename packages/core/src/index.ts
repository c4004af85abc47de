export type { Billing } from './client/account/billing.ts';
export type { Keys } from './client/account/keys.ts';
export type { Logs } from './client/account/logs.ts';
export type { Models } from './client/account/models.ts';
export type { Page, PageMethods, PagePromise } from './client/account/pages.ts';
export type { UsageSums } from './client/account/usage.ts';
export type { ChatCompletions } from './client/chat-completions.ts';
export { createHermes, type Hermes } from './client/create-hermes.ts';
export type { ErrorCode } from './errors/error-code.ts';
export { HermesError, type HermesErrorDetails, isHermesError } from './errors/hermes-error.ts';
export { hostProfiles } from './hosts/host-profiles.ts';
export type {
  APIKey,
  APIKeyCreateParams,
  APIKeyLimit,
  APIKeyScope,
  APIKeyUpdateParams,
  Balance,
  BillingDetail,
  CreatedAPIKey,
  CurrentAPIKey,
  DeletedAPIKey,
  Model,
  ModelMetrics,
  ModelMetricsReport,
  ModelPricing,
  ModelPricingUnit,
  ModelPricingVariant,
  PagedAnswer,
  RequestLog,
  Transaction,
  Usage,
  UsageDetail,
} from './model/account.ts';
export type {
  AbsoluteWindow,
  LogQuery,
  ModelListQuery,
  ModelQuery,
  ModelRequestOptions,
  ModelSection,
  Moment,
  RelativeWindow,
  TransactionQuery,
  UsageDetailQuery,
  UsageQuery,
} from './model/account-queries.ts';
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
  AssistantMessageInput,
  ChatCompletionCreateParams,
  ChatCompletionCreateParamsNonStreaming,
  ChatCompletionCreateParamsStreaming,
  ChatCompletionMessageInput,
  ChatCompletionMessageParam,
  ChatCompletionStreamOptions,
  ChatCompletionTool,
  ChatCompletionToolChoiceOption,
  ChatModel,
  FunctionDefinition,
  ReasoningOptions,
  ResponseFormat,
} from './model/chat-request.ts';
export type { HermesOptions, RequestOptions, ToolMode } from './model/client-options.ts';
export type { HostName, HostProfile } from './model/host-profile.ts';
export type { Fetch } from './model/http.ts';
export type { Warning } from './model/warning.ts';
export { matchesModel } from './resources/matches-model.ts';
export { priceOf } from './resources/price-of.ts';
export type { ChatStream } from './result/chat-stream.ts';
export type { ChatCompletionStream } from './result/chunk-stream.ts';
export type {
  ChatStreamPart,
  FinishPart,
  ReasoningDeltaPart,
  TextDeltaPart,
  ToolCallDeltaPart,
} from './result/parts.ts';
