import { createReading, type Family } from './prometheus.ts';

/** One of the hosts behind a relay, as far as figures tell of it. */
export interface UpstreamFigures {
  readonly name: string;
  readonly standing: string;
  readonly outstanding: number;
  readonly calls: number;
  readonly failures: number;
}

/** The figures of the hosts behind a relay. */
export function upstreamFamilies(read: () => readonly UpstreamFigures[]): Family[] {
  return [
    family('up', 'Whether the upstream is given calls.', 'gauge', (one) =>
      one.standing === 'up' ? 1 : 0,
    ),
    family(
      'outstanding',
      'Calls that the upstream is answering.',
      'gauge',
      (one) => one.outstanding,
    ),
    family('calls_total', 'Calls that the upstream was given.', 'counter', (one) => one.calls),
    family('failures_total', 'Calls that the upstream failed.', 'counter', (one) => one.failures),
  ];

  function family(
    name: string,
    help: string,
    type: 'gauge' | 'counter',
    figure: (one: UpstreamFigures) => number,
  ): Family {
    return createReading([`hermes4_upstream_${name}`, help, type], () =>
      read().map((one) => [{ upstream: one.name }, figure(one)]),
    );
  }
}
