/**
 * For the other packages of this toolkit only: not covered by semantic versioning.
 *
 * @module
 */
export { type Accumulator, createAccumulator } from './accumulate/accumulator.ts';
export { createBeyondText } from './accumulate/beyond-text.ts';
export {
  type AnswerRecorder,
  createAnswerRecorder,
} from './cassette/answer-recorder.ts';
export {
  type BytePiece,
  type Cassette,
  EMPTY_CASSETTE,
  type Piece,
  type RecordedExchange,
  type RecordedRequest,
  type RecordedResponse,
  type TextPiece,
} from './cassette/cassette.ts';
export { describeRequest } from './cassette/describe-request.ts';
export { joinBytes } from './cassette/join-bytes.ts';
export { readPiece } from './cassette/pieces.ts';
export { checkCassette, readCassette } from './cassette/read-cassette.ts';
export { coverSecrets, secretsOf, withoutSecrets } from './cassette/secrets.ts';
export { createTape, type Place } from './cassette/tape.ts';
export { writeCassette } from './cassette/write-cassette.ts';
export { readableBody } from './client/readable-body.ts';
export { createSseDecoder, type SseDecoder } from './decode/sse.ts';
export { createWireDecoder, type WireDecoder } from './decode/wire-values.ts';
export { compileForHost } from './encode/compile-for-host.ts';
export { DEEP_THINKING_PROMPT } from './encode/deep-thinking.ts';
export type { Batch } from './model/batch.ts';
export type { WireChatRequest } from './model/chat-request.ts';
export type { NormalizeContext } from './model/normalize-context.ts';
export { createNormalizer, type Normalizer } from './normalize/create-normalizer.ts';
export { normalizeAnswer } from './normalize/normalize-completion.ts';
export { isRecord } from './primitives/is-record.ts';
export { findFault } from './resources/check-forms.ts';
export type { Endpoint, ParameterSchema } from './resources/endpoint.ts';
export { type EndpointName, endpoints } from './resources/endpoints.generated.ts';
export { momentOf } from './resources/forms.ts';
export { readRetryAfter } from './transport/retry-after.ts';
export { check, type Issue } from './validate/check.ts';
export { describeIssues, findRequestIssues } from './validate/validate-request.ts';
