/**
 * Hooks for React 18 and 19, and all that a component needs with them: under Node, where pages are rendered and
 * components are tested, this entry works and `@hermes4/browser` does not.
 *
 * @module
 */
export * from '@hermes4/core';
export { createHermes } from './client/create-hermes.ts';
export * from './own-exports.ts';
export { type UseChat, useChat } from './react/use-chat.ts';
export { type UseCompletion, useCompletion } from './react/use-completion.ts';
