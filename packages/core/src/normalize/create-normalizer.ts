import { HermesError } from '../errors/hermes-error.ts';
import type { Batch } from '../model/batch.ts';
import type { ChatCompletionChunk } from '../model/chat-completion.ts';
import type { NormalizeContext } from '../model/normalize-context.ts';
import type { Warning } from '../model/warning.ts';
import { excerpt } from '../primitives/excerpt.ts';
import { isRecord } from '../primitives/is-record.ts';
import { note } from '../primitives/notes.ts';
import { keepWire, wireOf } from '../primitives/wire-value.ts';
import { callId } from './call-id.ts';
import {
  type ChoiceNormalizer,
  createChoiceNormalizer,
  type NormalChoice,
} from './normalize-choice.ts';
import { isPlain, type PlainChunk } from './plain-chunk.ts';
import { createDeltaReader } from './read-delta.ts';
import { choiceError, streamError } from './stream-error.ts';
import { normalizeUsage } from './usage.ts';
import { withoutReasoning } from './without-reasoning.ts';

type Fields = Record<string, unknown>;

/** Brings one answer into the normal form, whatever dialect its host speaks. */
export interface Normalizer {
  /** Takes what arrived. A value that is no chunk ends the batch with a failure. */
  push(batch: Batch<unknown>): Batch<ChatCompletionChunk>;
  /**
   * Takes what the end of the connection completes, and gives out what was held back.
   *
   * @param last Nothing when left out.
   */
  end(last?: Batch<unknown>): Batch<ChatCompletionChunk>;
}

const NOTHING: Batch<never> = { items: [], done: false };

/**
 * Starts an answer, streamed or whole.
 *
 * A chunk in the normal form passes as the same object. One that had to be changed is a new one, with
 * the host's value as `_wire`, not enumerable; where one chunk cannot keep the order of what it brings,
 * it becomes several.
 *
 * @param context What the request says about its answer.
 */
export function createNormalizer(context: NormalizeContext): Normalizer {
  const choices = new Map<number, ChoiceNormalizer>();
  let id: string | undefined;
  let latest: Fields = {};

  return { push, end: (last = NOTHING) => ({ ...push({ ...last, done: true }), done: last.done }) };

  function push(batch: Batch<unknown>): Batch<ChatCompletionChunk> {
    const items: Fields[] = [];
    let failure: HermesError | undefined;
    for (const value of batch.items) {
      if (isIdle() && isText(value)) {
        latest = value;
        items.push(value);
        continue;
      }
      failure = take(value, items);
      if (failure) break;
    }
    failure ??= batch.failure;
    const done = batch.done || failure !== undefined;
    if (done) giveOut(items, failure === undefined);
    const shown = context.hidesReasoning ? items.map(withoutReasoning) : items;
    return { items: shown as unknown as ChatCompletionChunk[], done, failure };
  }

  /** Whether text can be nothing else. */
  function isIdle(): boolean {
    return choices.size === 1 && choices.get(0)?.isIdle() === true;
  }

  /** What was held back comes before a failure: the network's cuts must not decide what arrives. */
  function giveOut(items: Fields[], isWhole: boolean): void {
    for (const choice of choices.values()) {
      const normal = choice.end(isWhole);
      if (normal) items.push(...chunksOf(bare(), [normal.choice], [normal]));
    }
  }

  function take(value: unknown, items: Fields[]): HermesError | undefined {
    // Some gateways send `data: null` as a heartbeat.
    if (value === null) return undefined;
    if (!isRecord(value)) return unexpected(value);
    const error = streamError(value);
    if (error) return error;
    const given = value['choices'] ?? [];
    if (!Array.isArray(given) || !given.every(isRecord)) return unexpected(value);
    id ??= typeof value['id'] === 'string' ? value['id'] : '';
    if (given.length > 0) latest = value;
    takeChunk(value, given, items);
    return choiceError(given);
  }

  function takeChunk(value: Fields, given: readonly Fields[], items: Fields[]): void {
    const changed: NormalChoice[] = [];
    let normal = given;
    for (const [position, choice] of given.entries()) {
      const taken = choiceAt(choice, position).take(choice);
      if (!taken) continue;
      changed.push(taken);
      normal = normal.with(position, taken.choice);
    }
    const wireUsage = value['usage'] ?? null;
    const usage = wireUsage === null ? null : normalizeUsage(wireUsage);
    // A chunk of `meta` or `usage` alone lacks `choices`.
    if (changed.length === 0 && usage === wireUsage && value['choices'] === given) {
      items.push(value);
      return;
    }
    const fields = usage === wireUsage ? value : { ...value, usage };
    items.push(...chunksOf(fields, normal, changed, wireOf(value) ?? value));
  }

  function choiceAt(choice: Fields, position: number): ChoiceNormalizer {
    const given = choice['index'];
    const index = Number.isSafeInteger(given) ? (given as number) : position;
    let normalizer = choices.get(index);
    if (!normalizer) {
      normalizer = createChoiceNormalizer(
        index,
        createDeltaReader(context, (call) => callId(id ?? '', index, call)),
      );
      choices.set(index, normalizer);
    }
    return normalizer;
  }

  /** One chunk, after those that keep the order. */
  function chunksOf(
    fields: Fields,
    normal: readonly Fields[],
    changed: readonly NormalChoice[],
    wire?: unknown,
  ): Fields[] {
    const chunks: Fields[] = [];
    const warnings: Warning[] = [];
    for (const choice of changed) {
      for (const one of choice.before) chunks.push({ ...bare(), choices: [one] });
      warnings.push(...choice.warnings);
    }
    const last = { ...fields, choices: normal };
    chunks.push(last);
    if (wire !== undefined) for (const chunk of chunks) keepWire(chunk, wire);
    if (warnings.length > 0) note(last, { warnings });
    return chunks;
  }

  function bare(): Fields {
    const { id, object, created, model } = latest;
    return { id, object, created, model };
  }
}

/** Whether a chunk brings text in the normal form, and nothing else. */
function isText(value: unknown): value is PlainChunk {
  if (!isPlain(value)) return false;
  const [choice] = value.choices;
  return choice !== undefined && !choice.finish_reason;
}

function unexpected(value: unknown): HermesError {
  return new HermesError(
    `The host sent an event that is no chat completion chunk: ${excerpt(JSON.stringify(value))}.`,
    { code: 'unexpected_response' },
  );
}
