/**
 * For the other packages of this toolkit only: not covered by semantic versioning.
 *
 * @module
 */
export { type Accumulator, createAccumulator } from './accumulate/accumulator.ts';
export { createSseDecoder, type SseDecoder } from './decode/sse.ts';
export type { SseEvent } from './decode/sse-events.ts';
export { createWireDecoder, type WireDecoder } from './decode/wire-values.ts';
export { DEEP_THINKING_PROMPT } from './encode/deep-thinking.ts';
export type { Batch } from './model/batch.ts';
export type { WireChatRequest } from './model/chat-request.ts';
export type { NormalizeContext } from './model/normalize-context.ts';
export { createNormalizer, type Normalizer } from './normalize/create-normalizer.ts';
export { normalizeAnswer } from './normalize/normalize-completion.ts';
export { createTextCalls } from './normalize/text-calls.ts';
export { isRecord } from './primitives/is-record.ts';
export type { Endpoint, ParameterSchema } from './resources/endpoint.ts';
export { type EndpointName, endpoints } from './resources/endpoints.generated.ts';
export { check, type Issue } from './validate/check.ts';
export { describeIssues, findRequestIssues } from './validate/validate-request.ts';
