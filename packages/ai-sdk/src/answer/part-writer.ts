import type { ChatStreamPart, ToolCallDeltaPart } from '@hermes4/core';
import { type BareJson, createBareJson } from './bare-json.ts';
import { originNote } from './content.ts';
import type { Part } from './parts.ts';
import { inputOf } from './tool-input.ts';

/** Says the client's parts in the SDK's. */
export interface PartWriter {
  /** What one part of the client's becomes. */
  add(part: ChatStreamPart): Part[];
  /** What the end of a whole answer brings: its calls, which are complete only now. */
  end(): Part[];
  /** Closes what is open in an answer that broke off; its calls are not made. */
  breakOff(): Part[];
}

interface Call {
  readonly id: string;
  readonly name: string;
  readonly origin: ToolCallDeltaPart['origin'];
  arguments: string;
}

/**
 * Starts an answer. Blocks are numbered in the order in which they begin, so that the same answer has the
 * same ids.
 *
 * @param isJson Whether JSON was asked for.
 */
export function createPartWriter(isJson: boolean): PartWriter {
  const newJson = (): BareJson | undefined => (isJson ? createBareJson() : undefined);
  let json = newJson();
  const calls = new Map<number, Call>();
  let open: { kind: 'text' | 'reasoning'; id: string } | undefined;
  let blocks = 0;

  return {
    add,
    end: () => [
      ...write('text', json?.end() ?? ''),
      ...close(),
      ...[...calls.values()].flatMap(made),
    ],
    breakOff: () => [...close(), ...[...calls.values()].map(ended)],
  };

  function add(part: ChatStreamPart): Part[] {
    if (part.type === 'text-delta') return write('text', json?.push(part.text) ?? part.text);
    if (part.type === 'reasoning-delta') {
      if (part.replacesText) json = newJson();
      return write('reasoning', part.text, part.origin);
    }
    return part.type === 'tool-call-delta' ? addToCall(part) : [];
  }

  function write(kind: 'text' | 'reasoning', delta: string, origin?: string): Part[] {
    if (delta === '') return [];
    const parts: Part[] = [];
    if (open?.kind !== kind) {
      parts.push(...close());
      open = { kind, id: `${kind}-${blocks++}` };
      parts.push({ type: `${kind}-start`, id: open.id, ...originNote(origin) });
    }
    parts.push({ type: `${kind}-delta`, id: open.id, delta });
    return parts;
  }

  function close(): Part[] {
    if (!open) return [];
    const { kind, id } = open;
    open = undefined;
    return [{ type: `${kind}-end`, id }];
  }

  function addToCall({ index, id, name, origin, arguments: text }: ToolCallDeltaPart): Part[] {
    const known = calls.get(index);
    const call = known ?? { id: id ?? `call-${index}`, name: name ?? '', origin, arguments: '' };
    const delta = call.arguments === '' && text !== '' ? inputOf(text, origin) : text;
    call.arguments += delta;
    const parts: Part[] = known ? [] : close();
    if (!known) {
      calls.set(index, call);
      parts.push({ type: 'tool-input-start', id: call.id, toolName: call.name });
    }
    if (delta !== '') parts.push({ type: 'tool-input-delta', id: call.id, delta });
    return parts;
  }
}

function made(call: Call): Part[] {
  const { id, name, origin, arguments: input } = call;
  return [
    ended(call),
    { type: 'tool-call', toolCallId: id, toolName: name, input, ...originNote(origin) },
  ];
}

function ended({ id }: Call): Part {
  return { type: 'tool-input-end', id };
}
