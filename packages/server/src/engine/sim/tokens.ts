import type { WireChatRequest } from '@hermes4/core/internal';

/** What the chat template adds around each message: a header of four tokens and an end token. */
const TOKENS_PER_MESSAGE = 5;
/** The begin token, and the header that opens the assistant's turn. */
const TOKENS_PER_PROMPT = 5;

/**
 * Cuts text into pieces of about the size of the model's tokens: a short word with the space before
 * it, a part of a long one, a number of up to three digits, a run of signs. Joined again they are the
 * text.
 */
export function tokenize(text: string): string[] {
  return text.match(/ ?\p{L}{1,6}|\p{L}{1,6}|\p{N}{1,3}|\s+|[^\s\p{L}\p{N}]{1,3}/gu) ?? [];
}

/** Estimates the tokens of a conversation in the model's chat template. */
export function countPromptTokens({ messages, tools }: WireChatRequest): number {
  const written = messages.map((message) => tokenize(textOf(message)).length + TOKENS_PER_MESSAGE);
  const declared = tools ? tokenize(JSON.stringify(tools)).length : 0;
  return written.reduce((sum, count) => sum + count, declared + TOKENS_PER_PROMPT);
}

/** The words of a message, its attachments by name. */
export function textOf(message: WireChatRequest['messages'][number]): string {
  const { content } = message;
  if (typeof content === 'string') return content;
  return (content ?? [])
    .map((part) => {
      if (part.type === 'text') return part.text;
      if (part.type === 'refusal') return part.refusal;
      return `[${part.file.filename ?? 'a file'}]`;
    })
    .join('\n');
}
