import { isRecord } from '../primitives/is-record.ts';
import { append, copyFields, keepLatest } from './merge-fields.ts';

/** The tool calls of one message, stitched together from their fragments. */
export interface ToolCallsSoFar {
  add(fragments: readonly unknown[]): void;
  snapshot(): Record<string, unknown>[];
}

interface Call {
  readonly fields: Record<string, unknown>;
  readonly body: Record<string, unknown>;
}

/** Starts with no calls. Fragments belong together by their `index`. */
export function createToolCalls(): ToolCallsSoFar {
  const calls = new Map<number, Call>();

  return { add, snapshot };

  function add(fragments: readonly unknown[]): void {
    for (const [position, fragment] of fragments.entries()) {
      if (isRecord(fragment)) addFragment(fragment, position);
    }
  }

  function addFragment(fragment: Record<string, unknown>, position: number): void {
    const index = typeof fragment['index'] === 'number' ? fragment['index'] : position;
    let call = calls.get(index);
    if (!call) calls.set(index, (call = { fields: {}, body: {} }));
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
      .map(([, { fields, body }]) => {
        const type = fields['type'] === 'custom' ? 'custom' : 'function';
        return { ...fields, type, [type]: copyFields(body) };
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
