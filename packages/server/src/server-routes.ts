import { hostProfiles } from '@hermes4/core';
import type { WireChatRequest } from '@hermes4/core/internal';
import type { Account } from './account/create-account.ts';
import { type Catalog, createCatalog } from './account/create-catalog.ts';
import type { Route } from './call.ts';
import { createChatRoutes } from './chat-routes.ts';
import type { Clock } from './clock.ts';
import { dialects } from './dialect/dialects.ts';
import type { Door } from './door/create-door.ts';
import type { Engine } from './engine/engine.ts';
import { createFaults } from './faults/create-faults.ts';
import type { LocalServerOptions } from './local-server-options.ts';
import { createObservatory } from './observe/create-observatory.ts';
import type { Prices } from './prices.ts';
import { createPreviewRoute } from './prompt/preview-route.ts';
import { reportError } from './report-error.ts';
import { createResume } from './resume/create-resume.ts';
import { createRandom } from './sampling/random.ts';
import { createPacer } from './timing/pacer.ts';
import { profileOf } from './timing/timing-profile.ts';
import { isPool, upstreamRoutes } from './upstream-routes.ts';

/** What the routes of one server share. */
export interface ServerParts {
  readonly engine: Engine;
  readonly door: Door;
  readonly account: Account | undefined;
  readonly clock: Clock;
  readonly prices: Prices;
}

/** Lays out everything that a server answers, the chat calls first. */
export function serverRoutes(options: LocalServerOptions, parts: ServerParts): Route[] {
  const { engine, door, account, clock, prices } = parts;
  const { onError = reportError } = options;
  const random = createRandom(options.seed ?? 1);
  const faults = createFaults({ ...options.faults, random, clock });
  const resume = options.resume
    ? createResume(options.resume === true ? {} : options.resume, {
        authorize: (request) => door.authorize(request),
        clock,
      })
    : undefined;
  const profile = profileOf(options.timing ?? 'instant', options.tokensPerSecond);
  const books = account ?? listedOnly(createCatalog({ clock, prices }));
  const observatory = createObservatory({
    engine: engine.name,
    fingerprint: engine.fingerprint,
    about: ABOUT[engine.name] ?? 'An engine of its own kind.',
    models: options.models ?? [hostProfiles.local.model],
    requiresKey: !door.isOpen,
    journal: options.journal,
    tracer: options.tracer,
    upstreams: isPool(engine) ? () => engine.upstreams() : undefined,
    now: () => clock.now(),
  });
  const chat = createChatRoutes({
    engine,
    door,
    faults,
    resume,
    clock,
    prices,
    dialect: dialects[options.dialect ?? 'aimlapi'],
    pacer: profile && createPacer(profile, { random, clock }),
    began: () => observatory.begin(),
    ended: (record, call) => {
      aside(() => observatory.record(record, { text: call?.text }));
      aside(() => books.charge(record));
    },
  });

  return [
    ...chat,
    ...(resume?.routes ?? []),
    ...books.routes,
    ...('generate' in engine ? [createPreviewRoute(engine, readRequest)] : []),
    ...observatory.routes,
    ...faults.routes,
    ...upstreamRoutes(engine),
    ...(options.routes ?? []),
  ];

  async function readRequest(request: Request): Promise<WireChatRequest> {
    const caller = await door.authorize(request);
    const admitted = door.admit(caller, await door.read(request));
    const lease = await door.begin(caller, admitted);
    await lease.end();
    return admitted.request;
  }

  /** What goes wrong here must not reach the answer, which is on its way, nor be lost. */
  function aside(work: () => unknown): void {
    Promise.resolve().then(work).catch(onError);
  }
}

/** What stands in for an account: models are listed and measured, and nobody is charged. */
function listedOnly({ routes, measure }: Catalog): Pick<Account, 'routes' | 'charge'> {
  return {
    routes,
    charge: (record) => {
      measure(record);
      return Promise.resolve();
    },
  };
}

/** What the page says of each engine that comes with the server. */
const ABOUT: Readonly<Record<string, string>> = {
  sim: 'A simulator with no model inside. It keeps to the rules of the API and makes up what it says.',
  relay: 'A relay: every call is passed on to another host, which answers and charges for it.',
  replay: 'Recordings: every call gets the answer that was recorded for it.',
};
