import { existsSync } from 'node:fs';
import type { Context } from '../command.ts';
import { Interruption } from '../failure.ts';
import type { NewExchange } from './exchange.ts';
import { historyPath, openHistory } from './open-history.ts';

/**
 * Keeps an exchange, unless the setting `history` says otherwise. To be called when the answer has been printed:
 * what fails here is said in a line and fails nothing.
 *
 * @param secrets What must not be kept, such as the key of the call, should it occur in the words.
 * @returns Its id, to go on from; nothing when it was not kept.
 */
export async function keepExchange(
  context: Context,
  exchange: NewExchange,
  secrets: readonly (string | undefined)[] = [],
): Promise<number | undefined> {
  const settings = await context.settings();
  if (settings.get('history') === false || !hasPlace(context.io)) return undefined;
  try {
    const history = await openHistory(historyPath(context.io));
    try {
      return history.add(withoutSecrets(exchange, secrets));
    } finally {
      history.close();
    }
  } catch (error) {
    if (error instanceof Interruption) throw error;
    const why = error instanceof Error ? error.message : String(error);
    context.say(`the exchange was not kept. ${why}`);
    return undefined;
  }
}

/** The users of services have a home that does not exist: nobody looks for history there. */
function hasPlace(io: Context['io']): boolean {
  return existsSync(io.home) || !historyPath(io).startsWith(io.home);
}

/** A person may paste a key into a question, and a model repeat it. */
export function withoutSecrets(
  exchange: NewExchange,
  secrets: readonly (string | undefined)[],
): NewExchange {
  let json = JSON.stringify(exchange);
  for (const secret of secrets) {
    if (secret) json = json.replaceAll(JSON.stringify(secret).slice(1, -1), '[key]');
  }
  return JSON.parse(json) as NewExchange;
}
