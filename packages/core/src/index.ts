export type { Billing } from './client/account/billing.ts';
export type { Account } from './client/account/create-account.ts';
export type { Keys } from './client/account/keys.ts';
export type { Logs } from './client/account/logs.ts';
export type { Models } from './client/account/models.ts';
export type { ListBody, Page, PageMethods, PagePromise } from './client/account/pages.ts';
export type { UsageSums } from './client/account/usage.ts';
export type { ChatCompletions } from './client/chat-completions.ts';
export { createHermes, type Hermes } from './client/create-hermes.ts';
export type { ParseOptions } from './client/parse.ts';
export type { RunToolsOptions, RunToolsParams } from './client/run-setup.ts';
export type { ToolRunner } from './client/run-tools.ts';
export type { ParsedChatStream, ToolCallStream } from './client/stream-parsed.ts';
export { tool } from './client/tool.ts';
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
export type { Budget, BudgetAmount, BudgetMeter } from './model/budget.ts';
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
export type { Fetch, HttpRequest, Interceptor, Send } from './model/http.ts';
export type { CompletionNotes, Origin, ToolCallNotes, WireValue } from './model/notes.ts';
export type { AttemptEvent, Observer, ResponseEvent, RetryEvent } from './model/observer.ts';
export type {
  ChatCompletionParseParams,
  DeepPartial,
  JsonSchemaFormat,
  ParsableFormat,
  ParsedChatCompletion,
  ParsedChoice,
  ParsedOutput,
  PartialOutput,
  SchemaFormat,
  SchemaOf,
} from './model/parsed-completion.ts';
export type { RequestFacts, RequestTimings } from './model/request-facts.ts';
export type { Runtime } from './model/runtime.ts';
export type {
  InferInput,
  InferOutput,
  JsonSchema,
  StandardFailure,
  StandardIssue,
  StandardPathSegment,
  StandardResult,
  StandardSchema,
  StandardSchemaProps,
  StandardSuccess,
  StandardTypes,
} from './model/standard-schema.ts';
export type { Timeouts } from './model/timeouts.ts';
export type {
  RunnableTool,
  Tool,
  ToolArguments,
  ToolContext,
  ToolDefinition,
} from './model/tool.ts';
export type { Warning } from './model/warning.ts';
export { matchesModel } from './resources/matches-model.ts';
export { priceOf } from './resources/price-of.ts';
export type { ChatStream } from './result/chat-stream.ts';
export type { ChatCompletionStream } from './result/chunk-stream.ts';
export { type BudgetLimits, createBudget } from './result/create-budget.ts';
export type {
  ChatStreamPart,
  FinishPart,
  ReasoningDeltaPart,
  TextDeltaPart,
  ToolCallDeltaPart,
  WarningPart,
} from './result/parts.ts';
export type { ApprovalRequest, CallRules } from './tools/prepare-call.ts';
export type {
  PartEvent,
  ToolCallEvent,
  ToolOutcome,
  ToolResultEvent,
  ToolRunEvent,
  TurnEndEvent,
  TurnStartEvent,
} from './tools/tool-run-event.ts';
export { type Logger, logTo } from './transport/log-to.ts';
