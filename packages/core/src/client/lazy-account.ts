import type { RequestOptions } from '../model/client-options.ts';
import type { Account } from './account/create-account.ts';
import { loadFor } from './load-for.ts';
import { loadPart } from './load-part.ts';
import type { ResolvedOptions } from './resolve-options.ts';

/** Every call of the account, and whether it gives out a list. */
const CALLS: {
  readonly [Group in keyof Account]: Readonly<Record<keyof Account[Group], boolean>>;
} = {
  models: { list: true, retrieve: false, metrics: false },
  keys: { current: false, list: true, create: false, update: false, delete: false },
  billing: { balance: false, detail: false, transactions: true },
  usage: { total: false, detail: false },
  logs: { list: true },
};

type Call = (...given: unknown[]) => Promise<unknown>;

/**
 * The account's calls, whose code is loaded with the first of them: a page that only chats never
 * downloads it.
 */
export function lazyAccount(client: ResolvedOptions): Account {
  let loading: Promise<Account> | undefined;

  return mapped(CALLS, (group, names) =>
    mapped(names, (name, isList) => (isList ? listing(group, name) : calling(group, name))),
  ) as unknown as Account;

  function calling(group: string, name: string): Call {
    return async (...given) => {
      // They stand last, if anywhere, and nothing else has a signal or a timeout.
      const options = (given.at(-1) ?? {}) as RequestOptions;
      const account = await loadFor(load(), options, client);
      const calls = account[group as keyof Account] as unknown as Readonly<Record<string, Call>>;
      return calls[name]?.(...given);
    };
  }

  function listing(group: string, name: string): Call {
    const call = calling(group, name);
    return (...given) => {
      const first = call(...given) as Promise<AsyncIterable<unknown>>;
      return Object.assign(first, {
        async *[Symbol.asyncIterator]() {
          yield* await first;
        },
      });
    };
  }

  function load(): Promise<Account> {
    return (loading ??= Promise.all([
      loadPart(import('./account/create-account.ts'), 'the account'),
      client.host(),
    ]).then(
      ([{ createAccount }, host]) => createAccount(client, host),
      (error: unknown) => {
        loading = undefined;
        throw error;
      },
    ));
  }
}

function mapped<Value>(
  given: Readonly<Record<string, Value>>,
  to: (name: string, value: Value) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, to(name, value)]));
}
