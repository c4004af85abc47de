import { type Hermes, isHermesError, type RequestOptions } from '@hermes4/node';
import type { Context } from '../command.ts';
import { UsageError } from '../failure.ts';
import { type Client, openClient } from '../open-client.ts';

/**
 * Asks the account of the host that flags, environment and files name.
 *
 * @throws UsageError when the host keeps no account that can be asked; what the client throws otherwise.
 */
export async function withAccount<T>(
  context: Context,
  use: (hermes: Hermes, options: RequestOptions) => Promise<T>,
): Promise<T> {
  const client = await openClient(context);
  try {
    return await use(client.hermes, { signal: context.io.signal });
  } catch (error) {
    // The account's addresses are the hosted API's own: another host knows none of them, or answers with a page.
    const isUnknown =
      isHermesError(error) && ['not_found', 'unexpected_response'].includes(error.code);
    if (isUnknown && error.status !== 401) throw noAccount(client, error.message);
    throw error;
  } finally {
    await client.close();
  }
}

function noAccount({ target }: Client, said: string): UsageError {
  return new UsageError(
    `${target?.origin ?? 'This host'} keeps no account that can be asked; the hosted API does, and hermes4 serve --account. It said: ${said}`,
  );
}
