import type { Origin } from '../model/notes.ts';
import { isRecord } from '../primitives/is-record.ts';
import { append, copyFields, keepLatest } from './merge-fields.ts';

/** The tool calls of one message, stitched together from their fragments. */
export interface ToolCallsSoFar {
  /** Takes in fragments, and where they were found; `native` when left out. */
  add(fragments: readonly unknown[], origin?: Origin): void;
  snapshot(): Record<string, unknown>[];
}

interface Call {
  readonly origin: Origin | undefined;
  readonly fields: Record<string, unknown>;
  readonly body: Record<string, unknown>;
}

/** Starts with no calls. Fragments belong together by their `index`. */
export function createToolCalls(): ToolCallsSoFar {
  const calls = new Map<number, Call>();

  return { add, snapshot };

  function add(fragments: readonly unknown[], origin?: Origin): void {
    for (const [position, fragment] of fragments.entries()) {
      if (isRecord(fragment)) addFragment(fragment, position, origin);
    }
  }

  function addFragment(
    fragment: Record<string, unknown>,
    position: number,
    origin: Origin | undefined,
  ): void {
    const index = typeof fragment['index'] === 'number' ? fragment['index'] : position;
    let call = calls.get(index);
    if (!call) calls.set(index, (call = { origin, fields: {}, body: {} }));
    for (const [name, value] of Object.entries(fragment)) {
      if ((name === 'function' || name === 'custom') && isRecord(value)) {
        keepLatest(call.fields, 'type', name);
        addBody(call.body, value);
      } else if (name !== 'index') keepLatest(call.fields, name, value, true);
    }
  }

  function snapshot(): Record<string, unknown>[] {
    return [...calls.entries()]
      .sort(([a], [b]) => a - b)
      .map(([, { origin, fields, body }]) => {
        const type = fields['type'] === 'custom' ? 'custom' : 'function';
        const call = { ...fields, type, [type]: copyFields(body) };
        return origin ? Object.defineProperty(call, '_origin', { value: origin }) : call;
      });
  }
}

/** `arguments` and `input` arrive in pieces, the name whole and sometimes again. */
function addBody(body: Record<string, unknown>, value: Record<string, unknown>): void {
  for (const [name, part] of Object.entries(value)) {
    if (name === 'name') keepLatest(body, name, part, true);
    else append(body, name, part);
  }
}
