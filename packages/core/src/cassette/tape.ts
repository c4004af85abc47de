import {
  type Cassette,
  EMPTY_CASSETTE,
  type RecordedExchange,
  type RecordedRequest,
  type RecordedResponse,
} from './cassette.ts';
import { describeMiss } from './describe-miss.ts';
import { requestKey } from './describe-request.ts';

/** A cassette in use. */
export interface Tape {
  /**
   * The next recording of a request: several are played in their order. After the last, the last again or
   * nothing, as the tape was told.
   */
  play(request: RecordedRequest): RecordedResponse | undefined;
  /** Says why `play()` gave nothing. */
  missed(request: RecordedRequest): string;
  /** Keeps a place for an answer that is about to come, in the order of asking. */
  reserve(request: RecordedRequest): Place;
  /** All that is recorded by now. */
  cassette(): Cassette;
}

/** A place for one recording; what is done with it first, holds. */
export interface Place {
  /** Puts the answer there, instead of what earlier runs have recorded of this request. */
  keep(response: RecordedResponse): void;
  /** Gives the place up. */
  drop(): void;
}

interface Slot {
  readonly key: string;
  readonly request: RecordedRequest;
  /** Absent as long as the answer is on its way. */
  exchange?: RecordedExchange;
  /** Stems from an earlier run. */
  readonly isOld: boolean;
}

/**
 * Puts a cassette to use.
 *
 * @param repeats What comes after the last recording of a request: `last`, that one again; `refuse`,
 *   nothing.
 * @param isRewritten Whether what is recorded now replaces what was recorded before of the same request.
 */
export function createTape(
  { exchanges }: Cassette,
  { repeats, isRewritten }: { repeats: 'last' | 'refuse'; isRewritten: boolean },
): Tape {
  let slots: Slot[] = exchanges.map((exchange) => ({
    key: requestKey(exchange.request),
    request: exchange.request,
    exchange,
    isOld: true,
  }));
  const played = new Map<string, number>();

  return { play, missed, reserve, cassette };

  function play(request: RecordedRequest): RecordedResponse | undefined {
    const key = requestKey(request);
    const recorded = slots.filter((slot) => slot.key === key && slot.exchange);
    const turn = count(key, 1) - 1;
    const slot = recorded[turn] ?? (repeats === 'last' ? recorded.at(-1) : undefined);
    if (!slot) count(key, -1);
    return slot?.exchange?.response;
  }

  function missed(request: RecordedRequest): string {
    const key = requestKey(request);
    const times = slots.filter((slot) => slot.key === key).length;
    if (times === 0) {
      return describeMiss(
        request,
        slots.map((slot) => slot.request),
      );
    }
    const { method, path } = request;
    return `Each of the ${times} recordings of this ${method} ${path} has been played once.`;
  }

  function reserve(request: RecordedRequest): Place {
    const key = requestKey(request);
    const slot: Slot = { key, request, isOld: false };
    const neighbor = slots.findLastIndex((other) => other.key === key);
    slots.splice(neighbor === -1 ? slots.length : neighbor + 1, 0, slot);
    // Whoever asked for it has it: it counts as played.
    count(key, 1);
    let isOpen = true;
    return {
      keep(response) {
        if (!isOpen) return;
        isOpen = false;
        slot.exchange = { request, response };
        if (isRewritten) slots = slots.filter((other) => other.key !== key || !other.isOld);
      },
      drop() {
        if (!isOpen) return;
        isOpen = false;
        slots = slots.filter((other) => other !== slot);
        count(key, -1);
      },
    };
  }

  function cassette(): Cassette {
    return { ...EMPTY_CASSETTE, exchanges: slots.flatMap(({ exchange }) => exchange ?? []) };
  }

  function count(key: string, more: number): number {
    const turns = (played.get(key) ?? 0) + more;
    played.set(key, turns);
    return turns;
  }
}
