import type {
  ChatCompletion,
  ChatCompletionMessageInput,
  ChatCompletionMessageParam,
} from '@hermes4/node';
import type { Context } from '../command.ts';
import type { Client } from '../open-client.ts';

/** The person, or a limit of theirs. */
export type EndedBy = 'interrupted' | 'capped';

/** A question and its answer, as they are to be kept. */
export interface Answered {
  /** The id of the exchange that this goes on from. */
  readonly parent: number | undefined;
  readonly system: string | undefined;
  /** What was said since the parent's answer. */
  readonly messages: readonly ChatCompletionMessageInput[];
  readonly completion: ChatCompletion;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** When it was asked, in milliseconds since 1970. */
  readonly at: number;
  /** What ended an answer that did not end by itself. */
  readonly endedBy?: EndedBy | undefined;
}

/**
 * Keeps an exchange in the history, once its answer has been printed; what the simulator says is not kept.
 *
 * @returns Its id, when it was kept.
 */
export async function keepAnswer(
  { parent, system, messages, completion, parameters, at, endedBy }: Answered,
  { target, secrets }: Client,
  context: Context,
): Promise<number | undefined> {
  const settings = await context.settings();
  const [choice] = completion.choices;
  if (!target || !choice || settings.get('history') === false) return undefined;
  // There is nothing to go on from in an answer that was ended while it was thought about.
  if (endedBy !== undefined && !choice.message.content) return undefined;
  const { keepExchange } = await import('../history/keep-exchange.ts');
  const exchange = {
    parent,
    at,
    origin: target.origin,
    model: completion.model,
    system,
    messages: messages as readonly ChatCompletionMessageParam[],
    answer: choice.message as ChatCompletionMessageParam,
    finishReason: endedBy ?? choice.finish_reason,
    parameters,
    usage: completion.usage ?? undefined,
    usd: completion._request?.usd,
  };
  return keepExchange(context, exchange, secrets);
}
