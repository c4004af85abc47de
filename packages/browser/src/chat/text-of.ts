import type { ChatMessage } from './message.ts';

/** The text of a message: what a person typed, or what the model said in all its steps. */
export function textOf(message: ChatMessage): string {
  if (message.role === 'assistant') return joined(message.steps.map(({ text }) => text));
  const { content } = message;
  if (typeof content === 'string') return content;
  return joined(content.map((part) => (part.type === 'text' ? part.text : '')));
}

/** What the model thought in all steps of an answer; nothing for what a person said. */
export function reasoningOf(message: ChatMessage): string {
  if (message.role === 'user') return '';
  return joined(message.steps.map(({ reasoning }) => reasoning));
}

function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}
