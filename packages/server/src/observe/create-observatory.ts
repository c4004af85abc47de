import type { CallRecord, Route } from '../call.ts';
import { createJournal, type JournalOptions } from './journal.ts';
import { createMetrics } from './metrics.ts';
import { type PageFacts, pageRoute } from './page/page.ts';
import { type SpanTracer, traceCall } from './spans.ts';
import type { UpstreamFigures } from './upstream-metrics.ts';

/** What is kept, and who is told. */
export interface ObservatoryOptions extends PageFacts {
  readonly journal?: JournalOptions | undefined;
  readonly tracer?: SpanTracer | undefined;
  /** The hosts behind a relay that has several. */
  readonly upstreams?: (() => readonly UpstreamFigures[]) | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What there is to see of one server. */
export interface Observatory {
  /** A call begins to be answered. */
  begin(): void;
  /** A call has ended; `text` is its body as it was written. */
  record(record: CallRecord, detail?: { readonly text?: string | undefined }): void;
  readonly routes: readonly Route[];
}

/** Begins to look on: health, metrics, journal, spans and the page. */
export function createObservatory(options: ObservatoryOptions): Observatory {
  const { journal: journalOptions, tracer, upstreams, now, ...facts } = options;
  const startedAt = now();
  let inFlight = 0;
  const journal = createJournal(journalOptions);
  const metrics = createMetrics(() => inFlight, upstreams);
  const health: Route = {
    method: 'GET',
    path: '/health',
    handle: () =>
      Response.json({
        status: 'ok',
        engine: facts.engine,
        system_fingerprint: facts.fingerprint,
        uptime_ms: now() - startedAt,
        requests_in_flight: inFlight,
      }),
  };
  return {
    begin: () => void (inFlight += 1),
    record: (record, detail) => {
      inFlight -= 1;
      metrics.record(record);
      journal.record(record, detail);
      if (tracer) traceCall(tracer, record);
    },
    routes: [health, metrics.route, ...journal.routes, pageRoute(facts)],
  };
}
