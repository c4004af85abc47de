import type { ChatCompletionChunk } from '../model/chat-completion.ts';

/** Whether a chunk brings anything of the answer: text, a thought, a call, its end. A role alone is none. */
export function bringsAnswer({ choices }: ChatCompletionChunk): boolean {
  for (const { delta, finish_reason } of choices) {
    if (finish_reason || delta?.content) return true;
    for (const name in delta) {
      const value = (delta as Record<string, { readonly length?: unknown } | null>)[name];
      if (name !== 'role' && value?.length) return true;
    }
  }
  return false;
}
