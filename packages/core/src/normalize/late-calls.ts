import { isRecord } from '../primitives/is-record.ts';
import { isSame } from '../primitives/is-same.ts';
import { createCallFragments } from './call-fragments.ts';
import type { TextCall } from './piece.ts';

type Fields = Record<string, unknown>;

/** Calls that a host tells in fields when calls have been found in the text: often the same ones. */
export interface LateCalls {
  /** Remembers a call that was found in the text. */
  found(call: TextCall): void;
  /** Holds fragments back: whether they only repeat the text is known when they are whole. */
  hold(fragments: readonly unknown[]): void;
  /** Takes off the fragments of the calls that did not stand in the text. */
  release(): readonly Fields[];
}

/** Starts with none. Each call in the text answers for one copy: the model may call twice alike. */
export function createLateCalls(): LateCalls {
  const told: TextCall[] = [];
  const held: Fields[] = [];
  return {
    found: (call) => void told.push(call),
    hold: (fragments) => void held.push(...fragments.filter(isRecord)),
    release,
  };

  function release(): readonly Fields[] {
    const fragments = held.splice(0);
    const placed = createCallFragments(String).take(fragments) as readonly Fields[];
    const copies = new Set(
      wholeCalls(placed).flatMap((call, index) => (isTold(call) ? [index] : [])),
    );
    return fragments.filter((_, at) => !copies.has(placed[at]?.['index'] as number));
  }

  function isTold(call: WholeCall): boolean {
    const at = told.findIndex(
      (one) => one.name === call.name && isSame(valueOf(one.arguments), valueOf(call.arguments)),
    );
    if (at !== -1) told.splice(at, 1);
    return at !== -1;
  }
}

type WholeCall = Pick<TextCall, 'name' | 'arguments'>;

/** The calls that fragments make, in the order of their places. */
function wholeCalls(fragments: readonly Fields[]): WholeCall[] {
  const calls: { name: string; arguments: string }[] = [];
  for (const { index, function: body } of fragments) {
    const call = (calls[index as number] ??= { name: '', arguments: '' });
    if (!isRecord(body)) continue;
    if (typeof body['name'] === 'string') call.name ||= body['name'];
    if (typeof body['arguments'] === 'string') call.arguments += body['arguments'];
  }
  return calls;
}

/** What arguments say, however they are spaced; a call without any says an empty object. */
function valueOf(json: string): unknown {
  try {
    return JSON.parse(json || '{}');
  } catch {
    return json;
  }
}
