import type { Notes, Origin } from '../model/notes.ts';
import type { Piece } from './piece.ts';

/** A delta in the normal form, and what is known of it. */
export interface Composed {
  readonly fields: Record<string, unknown>;
  readonly notes: Notes;
}

/** The order in which one delta says things. */
const ORDER = { moved: 0, reasoning: 1, text: 2, calls: 3 } as const;

/**
 * Writes pieces as deltas: as few as keep their order, since one delta says its reasoning first, then
 * its text, then its calls. There is always a last one, to carry what else the host said.
 */
export function composeDeltas(pieces: readonly Piece[]): { deltas: Composed[]; last: Composed } {
  const deltas: Composed[] = [];
  let last: Composed = { fields: {}, notes: {} };
  let reached = -1;
  let origin: Origin = 'native';

  for (const piece of pieces) {
    if (piece.kind === 'warning') continue;
    const order = ORDER[piece.kind];
    const from = originOf(piece);
    if (order < reached || (order === reached && from !== origin)) {
      deltas.push(last);
      last = { fields: {}, notes: {} };
    }
    write(last, piece);
    reached = order;
    origin = from;
  }
  return { deltas, last };
}

function originOf(piece: Exclude<Piece, { kind: 'warning' }>): Origin {
  if (piece.kind === 'text') return 'native';
  return piece.kind === 'moved' ? 'recovered' : piece.origin;
}

function write({ fields, notes }: Composed, piece: Exclude<Piece, { kind: 'warning' }>): void {
  if (piece.kind === 'calls') {
    fields['tool_calls'] = [
      ...((fields['tool_calls'] as unknown[] | undefined) ?? []),
      ...piece.fragments,
    ];
    if (piece.origin !== 'native') notes.calls = piece.origin;
    return;
  }
  const name = piece.kind === 'text' ? 'content' : 'reasoning_content';
  fields[name] = `${(fields[name] as string | undefined) ?? ''}${piece.text}`;
  if (piece.kind === 'text') return;
  const origin = originOf(piece);
  if (origin !== 'native') notes.reasoning = origin;
  if (piece.kind === 'moved') notes.moved = true;
}
