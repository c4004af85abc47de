import { createHermes, type Hermes } from '@hermes4/core';
import { createLocalServer, type LocalServerOptions } from '@hermes4/server';
import { openHost } from './hosts.ts';

/** A client of a local server that is set up in one way or the other. */
export type Connect = (options?: LocalServerOptions, apiKey?: string) => Promise<Hermes>;

const inProcess: Connect = (options, apiKey) =>
  Promise.resolve(createHermes({ fetch: createLocalServer(options).fetch, apiKey }));

const overSocket: Connect = async (options, apiKey) =>
  createHermes({ baseURL: (await openHost(options)).baseURL, apiKey });

/** The two ways in which a client reaches a local server; both must be the same to it. */
export const ways: readonly (readonly [string, Connect])[] = [
  ['in the same process', inProcess],
  ['over a socket', overSocket],
];
