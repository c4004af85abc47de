import type { Clock } from '../clock.ts';
import { type Gauge, gaugeOf, type Level, untouched } from './gauge.ts';
import type { Draw, LimitStore, LimitUnit, Wanted } from './limit-store.ts';
import { createRecent } from './recent.ts';

/** How much is remembered. */
export interface MemoryLimitOptions {
  readonly clock: Clock;
  /**
   * How many callers are remembered; past it, those that have been silent for longest start afresh.
   *
   * @defaultValue 100,000
   */
  readonly maxCallers?: number | undefined;
}

/** What is remembered of one caller, or of one ticket. */
interface Book extends Record<LimitUnit, Level> {
  running: number;
}

/** Counts in this process; its memory is bounded by the callers that it remembers and the calls underway. */
export function createMemoryLimitStore(options: MemoryLimitOptions): LimitStore {
  const { clock, maxCallers = 100_000 } = options;
  const now = (): number => clock.now();
  const callers = createRecent<Book>(maxCallers, isIdle);
  const tickets = createRecent<Book>(maxCallers, isIdle);
  return {
    // Nothing is awaited between the look and the taking, so nobody comes between.
    reserve: (wanted) => Promise.resolve(reserve(wanted)),
  };

  function reserve({ scope, caller, concurrent = Infinity, draws }: Wanted) {
    const own = callers.get(`${scope} ${caller}`, newBook);
    const books = draws.map(({ ticket }) =>
      ticket === undefined ? own : tickets.get(ticket, newBook),
    );
    const gauges = draws.map((draw, place) => readIn(books[place] ?? own, draw));
    const missing =
      own.running >= concurrent ? 'calls' : gauges.findIndex((gauge) => !gauge.isEnough());
    if (missing !== -1)
      return { isReserved: false, missing, standings: standingsOf(gauges) } as const;
    const busy = new Set([own, ...books]);
    for (const book of busy) book.running += 1;
    const corrections = gauges.map((gauge) => gauge.hold());
    let isOver = false;
    return { isReserved: true, standings: standingsOf(gauges), end } as const;

    function end(taken: readonly number[]): Promise<void> {
      if (!isOver) {
        isOver = true;
        for (const [place, correct] of corrections.entries()) correct(taken[place] ?? 0);
        for (const book of busy) book.running -= 1;
      }
      return Promise.resolve();
    }
  }

  function readIn(book: Book, draw: Draw): Gauge {
    return gaugeOf(draw, book[draw.unit], now);
  }
}

function standingsOf(gauges: readonly Gauge[]) {
  return gauges.map((gauge) => gauge.standing());
}

function newBook(): Book {
  return { requests: untouched(), tokens: untouched(), usd: untouched(), running: 0 };
}

function isIdle({ running }: Book): boolean {
  return running === 0;
}
