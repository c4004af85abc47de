import { isRecord } from '../primitives/is-record.ts';
import type { TextCall } from './piece.ts';

type Fields = Record<string, unknown>;

/** Gives each call of one message its place and its id. */
export interface CallFragments {
  /** Fragments that a host sent, in the normal form; the same list when they were in it already. */
  take(fragments: readonly unknown[]): readonly Fields[];
  /** A call that was found in the text. */
  add(call: TextCall): Fields;
  /** What calls without any arguments still need: an empty object. */
  complete(): Fields[];
  hasAny(): boolean;
}

interface Call {
  readonly index: number;
  wireIndex: number | undefined;
  id: string | undefined;
  isNamed: boolean;
  hasArguments: boolean;
}

/**
 * Follows the calls of one message.
 *
 * A fragment belongs to the call of its index, else of its id; one with neither goes on with the last
 * call, unless it brings a name, which begins one. A new id begins a call even at an index that is taken:
 * some hosts number all calls 0.
 *
 * @param idOf Makes an id for the call at an index, where the host gives none.
 */
export function createCallFragments(idOf: (index: number) => string): CallFragments {
  const calls: Call[] = [];
  const byIndex = new Map<number, Call>();
  const byId = new Map<string, Call>();
  let last: Call | undefined;
  let isComplete = false;

  return { take, add, complete, hasAny: () => calls.length > 0 };

  function take(fragments: readonly unknown[]): readonly Fields[] {
    const records = fragments.filter(isRecord);
    const placed = records.map(place);
    const isSame =
      records.length === fragments.length && placed.every((it, at) => it === records[at]);
    return isSame ? (fragments as readonly Fields[]) : placed;
  }

  function place(fragment: Fields): Fields {
    const { id: wireId, index: wireIndex } = fragment;
    const body = fragment['function'];
    const id = typeof wireId === 'string' && wireId !== '' ? wireId : undefined;
    const index = typeof wireIndex === 'number' ? wireIndex : undefined;
    const isNamed = isRecord(body) && typeof body['name'] === 'string' && body['name'] !== '';
    let call = find(index, id, isNamed);
    const isNew = call === undefined;
    call ??= begin();
    remember(call, index, id);
    call.isNamed ||= isNamed || isRecord(fragment['custom']);
    const normal = isNew ? asFirst(fragment, call, id) : fragment;
    return withIndex(withText(normal, call), call.index);
  }

  function find(
    index: number | undefined,
    id: string | undefined,
    isNamed: boolean,
  ): Call | undefined {
    const known = id === undefined ? undefined : byId.get(id);
    if (known) return known;
    const there = index === undefined ? undefined : byIndex.get(index);
    if (there) return id === undefined || there.id === undefined ? there : undefined;
    if (index !== undefined && last?.wireIndex !== undefined) return undefined;
    const begins = (isNamed && last?.isNamed) || (id !== undefined && last?.id !== undefined);
    return begins ? undefined : last;
  }

  function begin(): Call {
    const call: Call = {
      index: calls.length,
      wireIndex: undefined,
      id: undefined,
      isNamed: false,
      hasArguments: false,
    };
    calls.push(call);
    return call;
  }

  function remember(call: Call, index: number | undefined, id: string | undefined): void {
    last = call;
    call.wireIndex = index ?? call.wireIndex;
    call.id ??= id;
    if (index !== undefined) byIndex.set(index, call);
    if (id !== undefined) byId.set(id, call);
  }

  function asFirst(fragment: Fields, call: Call, id: string | undefined): Fields {
    if (id !== undefined && fragment['type']) return fragment;
    const type = isRecord(fragment['custom']) ? 'custom' : 'function';
    return { ...fragment, id: id ?? idOf(call.index), type: fragment['type'] || type };
  }

  function add({ name, arguments: text }: TextCall): Fields {
    const call = begin();
    call.isNamed = call.hasArguments = true;
    const { index } = call;
    return { index, id: idOf(index), type: 'function', function: { name, arguments: text } };
  }

  function complete(): Fields[] {
    if (isComplete) return [];
    isComplete = true;
    return calls
      .filter(({ hasArguments }) => !hasArguments)
      .map(({ index }) => ({ index, function: { arguments: '{}' } }));
  }
}

function withIndex(fragment: Fields, index: number): Fields {
  return fragment['index'] === index ? fragment : { ...fragment, index };
}

/** Arguments are text; some hosts send the object itself. */
function withText(fragment: Fields, call: Call): Fields {
  const body = fragment['function'];
  if (!isRecord(body)) {
    call.hasArguments ||= isRecord(fragment['custom']);
    return fragment;
  }
  const given = body['arguments'] ?? '';
  if (given !== '') call.hasArguments = true;
  if (typeof given === 'string') return fragment;
  return { ...fragment, function: { ...body, arguments: JSON.stringify(given) } };
}
