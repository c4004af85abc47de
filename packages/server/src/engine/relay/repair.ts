import { HermesError } from '@hermes4/core';
import {
  type Batch,
  createAccumulator,
  createBeyondText,
  createNormalizer,
  createWireDecoder,
  isRecord,
  joinBytes,
  type NormalizeContext,
  normalizeAnswer,
} from '@hermes4/core/internal';
import type { UpstreamAnswer } from './call-upstream.ts';
import type { Passage } from './passage.ts';

/** No event of an answer is larger; a stream that sends one is no answer. */
const MAX_EVENT_BYTES = 16 * 2 ** 20;

/** Says that the line is alive; no event. */
const HEARTBEAT = ': \n\n';

/**
 * Brings the events of an answer into the normal form, at once. An error that the host tells is passed on
 * as the host said it.
 */
export function repairEvents(context: NormalizeContext): Passage {
  const decoder = createWireDecoder(MAX_EVENT_BYTES);
  const normalizer = createNormalizer(context);
  const encoder = new TextEncoder();
  let isDone = false;

  return { push, end, breakOff, isDone: () => isDone };

  function push(bytes: Uint8Array): Uint8Array {
    if (isDone || bytes.length === 0) return encoder.encode('');
    const batch = decoder.push(bytes);
    // What cannot be told yet must not look like silence.
    return encoder.encode(write(batch, normalizer.push(batch)) || HEARTBEAT);
  }

  function end(): Uint8Array {
    if (isDone) return encoder.encode('');
    const batch = decoder.end();
    return encoder.encode(write(batch, normalizer.end(batch)));
  }

  /** What was held back belongs to the answer; the event that the break has cut does not. */
  function breakOff(): Uint8Array {
    const failure = new HermesError('broken off', { code: 'stream_interrupted' });
    const { items } = normalizer.push({ items: [], done: true, failure });
    return encoder.encode(items.map(event).join(''));
  }

  function write(wire: Batch<unknown>, { items, done, failure }: Batch<unknown>): string {
    isDone ||= done;
    const events = items.map(event).join('');
    if (failure) return events + event(hostError(wire) ?? { error: asError(failure) });
    return done ? `${events}data: [DONE]\n\n` : events;
  }
}

/**
 * Brings a whole answer into the normal form. What is no completion, such as a page or an error with a
 * good status, stays what it is.
 *
 * @throws Refusal when the upstream breaks off.
 */
export async function repairWhole(
  upstream: UpstreamAnswer,
  { passage, context }: { readonly passage: Passage; readonly context: NormalizeContext },
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  for (let part = await upstream.read(); part; part = await upstream.read()) {
    parts.push(passage.push(part));
  }
  const body = joinBytes([...parts, passage.end()]);
  const completion = normalForm(body, context);
  return completion === undefined ? body : new TextEncoder().encode(JSON.stringify(completion));
}

function normalForm(body: Uint8Array, context: NormalizeContext): unknown {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body));
    const { items, failure } = normalizeAnswer(value, createNormalizer(context));
    if (failure) return undefined;
    const whole = createAccumulator(createBeyondText);
    for (const chunk of items) whole.add(chunk);
    return whole.completion();
  } catch {
    return undefined;
  }
}

function event(value: unknown): string {
  return `data: ${JSON.stringify(value)}\n\n`;
}

/** The event with which the host broke off. */
function hostError({ items }: Batch<unknown>): unknown {
  return items.find((value) => isRecord(value) && (value['error'] || value['object'] === 'error'));
}

function asError({ message, status = 502 }: HermesError): { message: string; code: number } {
  return { message, code: status };
}
