import type { WireChatRequest } from '@hermes4/core/internal';

/** A message of the conversation. */
export type Message = WireChatRequest['messages'][number];

/** The words of a message, its attachments by name. */
export function textOf(message: Message): string {
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
