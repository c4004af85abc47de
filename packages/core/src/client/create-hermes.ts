import type { HermesOptions } from '../model/client-options.ts';
import type { Account } from './account/create-account.ts';
import { type ChatCompletions, createChatCompletions } from './chat-completions.ts';
import { lazyAccount } from './lazy-account.ts';
import { resolveOptions } from './resolve-options.ts';

/** A client of one host. */
export interface Hermes extends Account {
  /** Conversations with the model. */
  readonly chat: {
    /** The calls of `POST /v1/chat/completions`. */
    readonly completions: ChatCompletions;
  };
}

/**
 * Makes a client. It opens nothing, and between calls it keeps nothing but the host's last
 * lists of models, to ask only whether they changed.
 *
 * @param options All optional; see each for its default.
 * @throws HermesError `invalid_options` when an option cannot be used.
 * @example
 * ```ts
 * import { createHermes } from '@hermes4/core';
 *
 * const hermes = createHermes({ apiKey: 'your key' });
 * const { choices } = await hermes.chat.completions.create({
 *   messages: [{ role: 'user', content: 'Hello' }],
 * });
 * console.log(choices[0]?.message.content);
 * ```
 */
export function createHermes(options: HermesOptions = {}): Hermes {
  const client = resolveOptions(options);
  return { chat: { completions: createChatCompletions(client) }, ...lazyAccount(client) };
}
