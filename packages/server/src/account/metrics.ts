import type { ModelMetrics, ModelMetricsReport } from '@hermes4/core';
import type { CallRecord, Route } from '../call.ts';
import type { Clock } from '../clock.ts';
import { answerJson } from './answer-json.ts';
import { counted } from './counted.ts';
import { groupBy } from './group-by.ts';
import { readQuery } from './read-query.ts';

/** The hosted API looks this far back. */
const WINDOW_SECONDS = 300;
/** More would say nothing new. */
const MOST_SAMPLES = 10_000;

interface Sample {
  readonly at: number;
  readonly model: string;
  readonly endpoint: string;
  readonly measured: Measured;
}

/** All names of the model that goes by a name, its id first. */
export type NamesOf = (name: string) => readonly [id: string, ...aliases: string[]];

/** Measures how fast models answer. */
export interface Meter {
  readonly route: Route;
  /** Takes a call into account, if it succeeded. */
  readonly measure: (record: CallRecord) => void;
}

/** Makes a meter with the hosted API's window of five minutes. */
export function createMeter(clock: Clock, namesOf: NamesOf): Meter {
  let samples: Sample[] = [];

  return {
    measure(record) {
      if (record.end !== 'complete' || record.model === undefined) return;
      samples.push({
        at: clock.now(),
        model: namesOf(record.model)[0],
        endpoint: record.path,
        measured: measuredOf(record),
      });
      if (samples.length > 2 * MOST_SAMPLES) samples = samples.slice(-MOST_SAMPLES);
    },
    route: {
      method: 'GET',
      path: '/models/metrics',
      handle(visit) {
        const { aliases } = readQuery('getModelMetrics', visit.url);
        return answerJson(visit, report(aliases as readonly string[] | undefined));
      },
    },
  };

  function report(aliases: readonly string[] | undefined): ModelMetricsReport {
    const now = clock.now();
    samples = samples.filter(({ at }) => at > now - WINDOW_SECONDS * 1_000);
    const wanted = samples.filter(
      ({ model }) => !aliases || namesOf(model).some((name) => aliases.includes(name)),
    );
    const groups = groupBy(wanted, ({ model, endpoint }) => `${model} ${endpoint}`);
    return {
      window_seconds: WINDOW_SECONDS,
      generated_at: new Date(now).toISOString(),
      models: groups.map((group) => ({
        alias: group[0].model,
        endpoint: group[0].endpoint,
        metrics: metricsOf(group.map(({ measured }) => measured)),
      })),
    };
  }
}

type Measured = Readonly<Record<'ttft_ms' | 'tps' | 'duration_ms', number | undefined>>;

function measuredOf({ firstContentMs, durationMs, usage }: CallRecord): Measured {
  const tokens = counted(usage?.completion_tokens);
  return {
    ttft_ms: firstContentMs,
    // A clock that stands still measures no speed.
    tps: tokens > 0 && durationMs > 0 ? (tokens * 1_000) / durationMs : undefined,
    duration_ms: durationMs,
  };
}

/** What was never measured is absent, which is not zero. */
function metricsOf(measured: readonly Measured[]): ModelMetrics['metrics'] {
  const figures = (['ttft_ms', 'tps', 'duration_ms'] as const).map((name) => {
    const values = measured.map((each) => each[name]).filter((value) => value !== undefined);
    return [name, values.sort((a, b) => a - b)] as const;
  });
  return Object.fromEntries(
    figures
      .filter(([, values]) => values.length > 0)
      .map(([name, values]) => [name, percentilesOf(values)]),
  );
}

/** The smallest value that so many of a hundred do not exceed. */
function percentilesOf(sorted: readonly number[]): NonNullable<ModelMetrics['metrics']['tps']> {
  const at = (percent: number): number =>
    sorted[Math.ceil((percent / 100) * sorted.length) - 1] ?? 0;
  return { p50: at(50), p75: at(75), p90: at(90), p99: at(99) };
}
