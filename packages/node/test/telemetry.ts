import { context } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';

/** A real OpenTelemetry that keeps what it is told. */
export interface Telemetry {
  readonly tracerProvider: BasicTracerProvider;
  readonly meterProvider: MeterProvider;
  /** The spans that have ended. */
  spans(): ReadableSpan[];
  /** What was measured under a name: its attributes and its values, summed. */
  measured(name: string): Promise<Measured[]>;
}

/** One series of measurements. */
export interface Measured {
  readonly attributes: Record<string, unknown>;
  readonly value: { count: number; sum?: number | undefined };
}

/** Gives a test an OpenTelemetry of its own, whose active span follows asynchronous calls. */
export async function withTelemetry(use: (telemetry: Telemetry) => Promise<void>): Promise<void> {
  const exporter = new InMemorySpanExporter();
  const metricExporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const tracerProvider = new BasicTracerProvider({
    spanProcessors: [new SimpleSpanProcessor(exporter)],
  });
  const meterProvider = new MeterProvider({
    readers: [
      new PeriodicExportingMetricReader({
        exporter: metricExporter,
        exportIntervalMillis: 2 ** 30,
      }),
    ],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  try {
    await use({
      tracerProvider,
      meterProvider,
      spans: () => exporter.getFinishedSpans(),
      measured,
    });
  } finally {
    context.disable();
    await Promise.all([tracerProvider.shutdown(), meterProvider.shutdown()]);
  }

  async function measured(name: string): Promise<Measured[]> {
    metricExporter.reset();
    await meterProvider.forceFlush();
    const metrics = metricExporter
      .getMetrics()
      .flatMap(({ scopeMetrics }) => scopeMetrics)
      .flatMap((scope) => scope.metrics)
      .filter(({ descriptor }) => descriptor.name === name);
    return metrics.flatMap(({ dataPoints }) => dataPoints as Measured[]);
  }
}
