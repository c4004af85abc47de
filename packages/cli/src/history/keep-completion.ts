import type { ChatCompletion, ChatCompletionMessageInput } from '@hermes4/node';
import type { Context } from '../command.ts';
import type { Client } from '../open-client.ts';
import type { NewExchange } from './exchange.ts';
import { keepExchange } from './keep-exchange.ts';

/** What was said to the model. */
export interface Said extends Pick<NewExchange, 'at' | 'parent' | 'system' | 'parameters'> {
  readonly question: Extract<ChatCompletionMessageInput, { role: 'user' }>['content'];
}

/** What it said, and who it was. */
export interface Answered {
  readonly client: Client;
  readonly completion: ChatCompletion;
}

/**
 * Keeps a question with its answer, when that has been printed.
 *
 * @returns Its id, to go on from; nothing when it was not kept.
 */
export async function keepCompletion(
  { question, ...said }: Said,
  { client, completion }: Answered,
  context: Context,
): Promise<number | undefined> {
  const [choice] = completion.choices;
  if (!choice) return undefined;
  const exchange: NewExchange = {
    ...said,
    origin: client.target?.origin ?? 'a simulator on this machine',
    model: completion.model,
    messages: [{ role: 'user', content: question }],
    answer: choice.message,
    // An answer that was stopped has no reason of the host's.
    finishReason: choice.finish_reason ?? 'interrupted',
    usage: completion.usage ?? undefined,
    usd: completion._request?.usd,
  };
  return keepExchange(context, exchange, [client.key]);
}
