import { type Report, runSuite } from '../src/conformance/run-suite.ts';
import { suite } from '../src/conformance/suite.ts';
import { createWire, type Wire } from '../src/conformance/wire.ts';

/** Whatever answers requests: the local server, or a host that a test plays. */
export type Host = (request: Request) => Response | Promise<Response>;

export const BASE = {
  name: 'a host',
  baseURL: 'http://localhost/v1',
  model: 'nousresearch/hermes-4-405b',
} as const;

const { signal } = new AbortController();

/** A host as probes see it, without a socket. */
export function wireTo(host: Host): Wire {
  return createWire({
    ...BASE,
    signal,
    timeoutMs: 20_000,
    fetch: async (input, init) => host(new Request(input, init)),
  });
}

/** The whole suite on a host. */
export function examine(host: Host): Promise<Report> {
  return runSuite(suite, wireTo(host), BASE, { signal, tell: () => Promise.resolve() });
}

/** The verdict of each probe. */
export function verdictsOf({ rows }: Report): Record<string, string> {
  return Object.fromEntries(rows.map(({ probe, verdict }) => [probe, verdict]));
}
