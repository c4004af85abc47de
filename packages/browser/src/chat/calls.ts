// What is loaded for conversations in which tools are called.
export { askWithTools } from './ask-with-tools.ts';
export { callMessages } from './call-messages.ts';
export { stopCalls, withAnyPart } from './reduce-calls.ts';
