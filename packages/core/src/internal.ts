/**
 * For the other packages of this toolkit only: not covered by semantic versioning.
 *
 * @module
 */
export { DEFAULT_BASE_URL, DEFAULT_MODEL } from './client/resolve-options.ts';
export type { WireChatRequest } from './model/chat-request.ts';
export type { Issue } from './validate/check.ts';
export { describeIssues, findRequestIssues } from './validate/validate-request.ts';
