import type { Fetch, Runtime } from '@hermes4/core';

/** What the page itself can do, for those who were given nothing else. */
export interface PagePorts {
  readonly fetch?: Fetch | undefined;
  readonly runtime?: Runtime | undefined;
}

/** Looked up at each call, so that a test or a polyfill may still replace it. */
export const pageFetch: Fetch = (input, init) => globalThis.fetch(input, init);

/** The page's own clock and dice. */
export const pageRuntime: Runtime = {
  now: () => Date.now(),
  random: () => Math.random(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
