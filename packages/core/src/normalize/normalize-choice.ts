import type { Notes } from '../model/notes.ts';
import type { Warning } from '../model/warning.ts';
import { isRecord } from '../primitives/is-record.ts';
import { note } from '../primitives/notes.ts';
import { composeDeltas } from './compose-deltas.ts';
import { finishReason } from './finish-reason.ts';
import type { Piece } from './piece.ts';
import type { DeltaReader } from './read-delta.ts';
import { isText } from './wire-text.ts';

type Fields = Record<string, unknown>;

/** What one choice of a chunk becomes. */
export interface NormalChoice {
  /** Choices for chunks of their own, before the one that holds `choice`. */
  readonly before: readonly Fields[];
  readonly choice: Fields;
  readonly warnings: readonly Warning[];
}

/** One alternative of an answer on its way into the normal form. */
export interface ChoiceNormalizer {
  /** Takes the next of the choice; `undefined` when it is in the normal form already. */
  take(choice: Fields): NormalChoice | undefined;
  /**
   * What was held back, when nothing follows; `undefined` when nothing was.
   *
   * @param isWhole Whether the host said that the answer is complete.
   */
  end(isWhole: boolean): NormalChoice | undefined;
  /** Whether text that comes now is text and nothing else, whatever it says. */
  readonly isIdle: () => boolean;
}

/** What the normal form says elsewhere, or not at all. */
const REWRITTEN = new Set(['content', 'reasoning_content', 'tool_calls', 'function_call']);

/** Reasons after which a call without arguments is a whole one. */
const WHOLE = new Set(['stop', 'tool_calls']);

/**
 * Starts an alternative.
 *
 * @param index Its place among the alternatives.
 * @param reader Reads its deltas.
 */
export function createChoiceNormalizer(index: number, reader: DeltaReader): ChoiceNormalizer {
  let isCut = false;

  return { take, end, isIdle: reader.isIdle };

  function take(choice: Fields): NormalChoice | undefined {
    const wire = choice['finish_reason'] ?? null;
    const delta = isRecord(choice['delta']) ? choice['delta'] : {};
    const pieces: Piece[] = [];
    const isSame = reader.read(delta, pieces);
    const count = pieces.length;
    const reason = finishReason(wire, false);
    if (reason !== null) {
      isCut = !WHOLE.has(reason);
      reader.giveOut(pieces, !isCut);
    }
    const finish = finishReason(wire, reader.hasTextCalls());
    const isNormal = isSame && finish === wire && pieces.length === count;
    if (isNormal && choice['delta'] === delta && choice['index'] === index) return undefined;
    return compose(choice, delta, pieces, finish);
  }

  function end(isWhole: boolean): NormalChoice | undefined {
    const pieces: Piece[] = [];
    reader.giveOut(pieces, isWhole && !isCut);
    return pieces.length === 0 ? undefined : compose({}, {}, pieces, null);
  }

  function compose(
    choice: Fields,
    wire: Fields,
    pieces: Piece[],
    finish: string | null,
  ): NormalChoice {
    const { deltas, last } = composeDeltas(pieces);
    const delta: Fields = {};
    for (const name in wire) if (!isRewritten(name, wire[name])) delta[name] = wire[name];
    const fields = Object.assign(delta, last.fields);
    const normal: Fields = { ...choice, index, delta: noted({ fields, notes: last.notes }) };
    const said = choice['finish_reason'];
    if (finish !== null || said !== undefined) normal['finish_reason'] = finish;
    if (typeof said === 'string' && said !== finish) normal['native_finish_reason'] ??= said;
    return {
      before: deltas.map((one) => ({ index, delta: noted(one), finish_reason: null })),
      choice: normal,
      warnings: pieces.flatMap((piece) => (piece.kind === 'warning' ? [piece.warning] : [])),
    };
  }
}

function noted({ fields, notes }: { readonly fields: Fields; readonly notes: Notes }): Fields {
  return notes.reasoning || notes.calls ? note(fields, notes) : fields;
}

function isRewritten(name: string, value: unknown): boolean {
  // Assigning to it would be more than keeping a field.
  if (REWRITTEN.has(name) || name === '__proto__') return true;
  return (name === 'reasoning' || name === 'thinking') && (value === null || isText(value));
}
