import { createAccumulator } from '../src/accumulate/accumulator.ts';
import { createBeyondText } from '../src/accumulate/beyond-text.ts';
import type { ChatStreamPart } from '../src/index.ts';
import type { Batch } from '../src/model/batch.ts';
import type { ChatCompletion, ChatCompletionChunk } from '../src/model/chat-completion.ts';
import type { NormalizeContext } from '../src/model/normalize-context.ts';
import type { CompletionNotes } from '../src/model/notes.ts';
import { createNormalizer } from '../src/normalize/create-normalizer.ts';
import { normalizeAnswer } from '../src/normalize/normalize-completion.ts';
import { addAllParts } from '../src/result/all-parts.ts';
import { partsOf } from '../src/result/parts.ts';

/** Nothing asked for: no thinking, no tools. */
export const plain: NormalizeContext = { reasoning: false, tools: [], textToolCalls: false };

/** Thinking and two tools asked for. */
export const asked: NormalizeContext = {
  reasoning: true,
  tools: ['get_weather', 'get_time'],
  textToolCalls: true,
};

/** What an answer says, without the fields around it. */
export interface Told {
  content: string | null;
  reasoning: string | null;
  calls: { name: string; arguments: string; origin: string }[];
  finish: string | null;
  warnings: string[];
}

/** A chunk of a stream as most hosts send it. */
export function chunk(delta: unknown, finish_reason: unknown = null): Record<string, unknown> {
  return {
    id: 'c',
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta, finish_reason }],
  };
}

/** A whole answer as most hosts send it. */
export function answer(message: unknown, finish_reason: unknown = 'stop'): Record<string, unknown> {
  return { id: 'c', object: 'chat.completion', choices: [{ index: 0, message, finish_reason }] };
}

/** The chunks that values become, one network chunk for each. */
export function chunksOf(
  values: readonly unknown[],
  context: NormalizeContext = plain,
): ChatCompletionChunk[] {
  const normalizer = createNormalizer(context);
  const batches: Batch<ChatCompletionChunk>[] = [];
  for (const value of values) batches.push(normalizer.push({ items: [value], done: false }));
  batches.push(normalizer.push({ items: [], done: true }));
  for (const { failure } of batches) if (failure) throw failure;
  return batches.flatMap(({ items }) => items);
}

/** The parts that values become. */
export function partsFrom(
  values: readonly unknown[],
  context?: NormalizeContext,
): ChatStreamPart[] {
  return partsOf(chunksOf(values, context), addAllParts);
}

/** The completion that values become. */
export function fold(values: readonly unknown[], context?: NormalizeContext): ChatCompletion {
  return foldChunks(chunksOf(values, context));
}

/** The completion that a whole answer becomes. */
export function whole(value: unknown, context: NormalizeContext = plain): ChatCompletion {
  const { items, failure } = normalizeAnswer(value, createNormalizer(context));
  if (failure) throw failure;
  return foldChunks(items);
}

function foldChunks(chunks: readonly ChatCompletionChunk[]): ChatCompletion {
  const accumulator = createAccumulator(createBeyondText);
  for (const one of chunks) accumulator.add(one);
  return accumulator.completion();
}

/** Reads a completion. */
export function told(completion: ChatCompletion): Told {
  const [choice] = completion.choices;
  if (!choice) throw new Error('The completion has no choice.');
  const { message, finish_reason } = choice;
  return {
    content: message.content,
    reasoning: message.reasoning_content ?? null,
    calls: (message.tool_calls ?? []).map((call) => ({
      ...(call as { function: { name: string; arguments: string } }).function,
      origin: (call as { _origin?: string })._origin ?? 'native',
    })),
    finish: finish_reason,
    warnings: ((completion as CompletionNotes)._warnings ?? []).map(({ code }) => code),
  };
}

/** What a text says that arrives in these pieces. */
export function toldOf(
  pieces: readonly string[],
  context: NormalizeContext = asked,
  finish = 'stop',
): Told {
  const texts = pieces.map((content) => chunk({ content }));
  return told(fold([...texts, chunk({}, finish)], context));
}
