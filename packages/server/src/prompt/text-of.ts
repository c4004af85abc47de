import type { WireChatRequest } from '@hermes4/core/internal';

/** One message of a conversation. */
export type Message = WireChatRequest['messages'][number];

/** The words of a message; an attachment, which this model cannot read, is there by its name. */
export function textOf({ content }: Message): string {
  if (typeof content === 'string') return content;
  return (content ?? [])
    .map((part) => {
      if (part.type === 'text') return part.text;
      if (part.type === 'refusal') return part.refusal;
      return `[${part.file.filename ?? 'a file'}]`;
    })
    .join('\n');
}
