import { type Attributes, type Context, type MeterProvider, metrics } from '@opentelemetry/api';

/** The measurements that the conventions know of a call. */
export interface Measurements {
  /** How long all of it took, in seconds. */
  duration(seconds: number, attributes: Attributes, context: Context): void;
  /** How long the first chunk of a stream took, in seconds. */
  firstChunk(seconds: number, attributes: Attributes, context: Context): void;
  /** How many tokens of one type, `input` or `output`, it took. */
  tokens(count: number, attributes: Attributes, context: Context): void;
}

// The boundaries are those that the conventions ask for.
const SECONDS = Array.from({ length: 14 }, (_, power) => 2 ** power / 100);
const TOKENS = Array.from({ length: 14 }, (_, power) => 4 ** power);

/** Makes what takes measurements. */
export function createMeasurements(provider: MeterProvider = metrics): Measurements {
  const meter = provider.getMeter('@hermes4/node');
  const seconds = (name: string, description: string): ReturnType<typeof meter.createHistogram> =>
    meter.createHistogram(name, {
      description,
      unit: 's',
      advice: { explicitBucketBoundaries: SECONDS },
    });
  const duration = seconds('gen_ai.client.operation.duration', 'GenAI operation duration.');
  const firstChunk = seconds(
    'gen_ai.client.operation.time_to_first_chunk',
    'Time to receive the first chunk of a streamed answer.',
  );
  const tokens = meter.createHistogram('gen_ai.client.token.usage', {
    description: 'Number of input and output tokens used.',
    unit: '{token}',
    advice: { explicitBucketBoundaries: TOKENS },
  });
  return {
    duration: (...measured) => duration.record(...measured),
    firstChunk: (...measured) => firstChunk.record(...measured),
    tokens: (...measured) => tokens.record(...measured),
  };
}
