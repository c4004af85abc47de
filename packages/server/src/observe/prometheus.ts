/** One kind of figure, in the text format of Prometheus. */
export interface Family {
  /** The lines of the family, its help and its type before them. */
  lines(): string[];
}

/** A figure that only grows. */
export interface Counter extends Family {
  add(labels: Labels, amount?: number): void;
}

/** How often values fell below each of some bounds. */
export interface Histogram extends Family {
  observe(labels: Labels, value: number): void;
}

/** What tells the figures of one family apart. */
export type Labels = Readonly<Record<string, string | number | boolean>>;

/** Callers choose what stands in labels; more than this share one last series. */
const MOST_SERIES = 200;

/** Starts a counter; its name ends with `_total`. */
export function createCounter(name: string, help: string): Counter {
  const series = createSeries(() => ({ value: 0 }));
  return {
    add: (labels, amount = 1) => void (series.of(labels).value += amount),
    lines: () => [
      ...head(name, help, 'counter'),
      ...series.all().map(([labels, { value }]) => `${name}${braces(labels)} ${value}`),
    ],
  };
}

/**
 * Starts a histogram.
 *
 * @param bounds Upper bounds, rising, without the infinite one.
 */
export function createHistogram(name: string, help: string, bounds: readonly number[]): Histogram {
  const series = createSeries(() => ({ counts: bounds.map(() => 0), sum: 0, count: 0 }));
  return { observe, lines };

  function observe(labels: Labels, value: number): void {
    const one = series.of(labels);
    one.sum += value;
    one.count += 1;
    for (const [index, bound] of bounds.entries()) {
      if (value <= bound) one.counts[index] = (one.counts[index] ?? 0) + 1;
    }
  }

  function lines(): string[] {
    return [
      ...head(name, help, 'histogram'),
      ...series
        .all()
        .flatMap(([labels, { counts, sum, count }]) => [
          ...counts.map((below, index) => bucket(labels, String(bounds[index]), below)),
          bucket(labels, '+Inf', count),
          `${name}_sum${braces(labels)} ${sum}`,
          `${name}_count${braces(labels)} ${count}`,
        ]),
    ];
  }

  function bucket(labels: string, bound: string, count: number): string {
    return `${name}_bucket${braces(labels === '' ? `le="${bound}"` : `${labels},le="${bound}"`)} ${count}`;
  }
}

/** A figure that goes up and down, read when it is asked for. */
export function createGauge(name: string, help: string, read: () => number): Family {
  return createReading([name, help, 'gauge'], () => [[{}, read()]]);
}

/** Figures that are kept elsewhere, and read when they are asked for. */
export function createReading(
  [name, help, type]: readonly [name: string, help: string, type: 'gauge' | 'counter'],
  read: () => readonly (readonly [Labels, number])[],
): Family {
  return {
    lines: () => [
      ...head(name, help, type),
      ...read().map(([labels, value]) => `${name}${braces(written(labels))} ${value}`),
    ],
  };
}

function createSeries<Value>(start: () => Value): {
  of(labels: Labels): Value;
  all(): [labels: string, value: Value][];
} {
  const values = new Map<string, Value>();
  return { of, all: () => [...values] };

  function of(labels: Labels): Value {
    const asked = written(labels);
    const isKnown = values.has(asked) || values.size < MOST_SERIES;
    const key = isKnown ? asked : written(mapValues(labels, () => 'other'));
    let value = values.get(key);
    if (value === undefined) values.set(key, (value = start()));
    return value;
  }
}

function mapValues(labels: Labels, change: () => string): Labels {
  return Object.fromEntries(Object.keys(labels).map((name) => [name, change()]));
}

function written(labels: Labels): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${escaped(String(value))}"`)
    .join(',');
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}

function braces(labels: string): string {
  return labels === '' ? '' : `{${labels}}`;
}

function head(name: string, help: string, type: string): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}
