import type { CallRecord, Route } from '../call.ts';
import { createCounter, createGauge, createHistogram } from './prometheus.ts';
import { type UpstreamFigures, upstreamFamilies } from './upstream-metrics.ts';

/** The figures of one server. */
export interface Metrics {
  record(record: CallRecord): void;
  /** `GET /metrics`, in version 0.0.4 of the text format of Prometheus. */
  readonly route: Route;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];

/**
 * Starts counting.
 *
 * @param inFlight How many calls are being answered now.
 * @param upstreams The hosts behind a relay that has several.
 */
export function createMetrics(
  inFlight: () => number,
  upstreams?: () => readonly UpstreamFigures[],
): Metrics {
  const calls = createCounter('hermes4_requests_total', 'Chat calls that have ended.');
  const tokens = createCounter('hermes4_tokens_total', 'Tokens of prompts and of answers.');
  const cost = createCounter(
    'hermes4_cost_usd_total',
    'What calls cost by the price table, in US dollars.',
  );
  const faults = createCounter('hermes4_faults_total', 'Faults that were played.');
  const duration = createHistogram(
    'hermes4_request_duration_seconds',
    'From the request to the end of its answer.',
    SECONDS,
  );
  const firstContent = createHistogram(
    'hermes4_time_to_first_content_seconds',
    'From the request to the first content of its answer.',
    SECONDS,
  );
  const gauge = createGauge(
    'hermes4_requests_in_flight',
    'Chat calls that are being answered.',
    inFlight,
  );
  const behind = upstreams ? upstreamFamilies(upstreams) : [];
  const families = [gauge, calls, duration, firstContent, tokens, cost, faults, ...behind];

  return {
    record,
    route: {
      method: 'GET',
      path: '/metrics',
      isAdmin: true,
      handle: () =>
        new Response(`${families.flatMap((family) => family.lines()).join('\n')}\n`, {
          headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
        }),
    },
  };

  function record(call: CallRecord): void {
    const { engine, model = '', status, stream, end, usage, usd, fault } = call;
    calls.add({ engine, model, status, stream, end });
    duration.observe({ engine, stream }, call.durationMs / 1_000);
    if (call.firstContentMs !== undefined) {
      firstContent.observe({ engine, stream }, call.firstContentMs / 1_000);
    }
    if (usage) {
      tokens.add({ engine, model, type: 'prompt' }, usage.prompt_tokens);
      tokens.add({ engine, model, type: 'completion' }, usage.completion_tokens);
    }
    if (usd !== undefined) cost.add({ engine, model }, usd);
    if (fault !== undefined) faults.add({ fault });
  }
}
