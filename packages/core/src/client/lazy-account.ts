import type { RequestOptions } from '../model/client-options.ts';
import type { Account } from './account/create-account.ts';
import { loadFor } from './load-for.ts';
import { loadPart } from './load-part.ts';
import type { ResolvedOptions } from './resolve-options.ts';

/**
 * The account's calls, whose code is loaded with the first of them: a page that only chats never
 * downloads it.
 */
export function lazyAccount(client: ResolvedOptions): Account {
  let loading: Promise<Account> | undefined;

  return {
    models: {
      list: listing('models', 'list'),
      retrieve: calling('models', 'retrieve'),
      metrics: calling('models', 'metrics'),
    },
    keys: {
      current: calling('keys', 'current'),
      list: listing('keys', 'list'),
      create: calling('keys', 'create'),
      update: calling('keys', 'update'),
      delete: calling('keys', 'delete'),
    },
    billing: {
      balance: calling('billing', 'balance'),
      detail: calling('billing', 'detail'),
      transactions: listing('billing', 'transactions'),
    },
    usage: { total: calling('usage', 'total'), detail: calling('usage', 'detail') },
    logs: { list: listing('logs', 'list') },
  };

  function calling<Group extends keyof Account, Name extends keyof Account[Group]>(
    group: Group,
    name: Name,
  ): Account[Group][Name] {
    const call = async (...given: unknown[]): Promise<unknown> => {
      // They stand last, if anywhere, and nothing else has a signal or a timeout.
      const options = (given.at(-1) ?? {}) as RequestOptions;
      const account = await loadFor(load(), options, client);
      const method = account[group][name] as (...given: unknown[]) => unknown;
      return method(...given);
    };
    return call as Account[Group][Name];
  }

  function listing<Group extends keyof Account, Name extends keyof Account[Group]>(
    group: Group,
    name: Name,
  ): Account[Group][Name] {
    const call = calling(group, name) as (...given: unknown[]) => Promise<AsyncIterable<unknown>>;
    const list = (...given: unknown[]): unknown => {
      const first = call(...given);
      return Object.assign(first, {
        async *[Symbol.asyncIterator]() {
          yield* await first;
        },
      });
    };
    return list as Account[Group][Name];
  }

  function load(): Promise<Account> {
    loading ??= loadPart(import('./account/create-account.ts'), 'the account').then(
      ({ createAccount }) => createAccount(client),
      (error: unknown) => {
        loading = undefined;
        throw error;
      },
    );
    return loading;
  }
}
