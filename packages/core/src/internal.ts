/**
 * For the other packages of this toolkit only: not covered by semantic versioning.
 *
 * @module
 */
export type { WireChatRequest } from './model/chat-request.ts';
export type { Issue } from './validate/check.ts';
export { describeIssues, findRequestIssues } from './validate/validate-request.ts';
