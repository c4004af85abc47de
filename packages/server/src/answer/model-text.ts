import type { ChatCompletionChunkDelta } from '@hermes4/core';
import { createNormalizer, type WireChatRequest } from '@hermes4/core/internal';

/** Reads what the model writes as a host with both parsers running would. */
export interface ModelText {
  /** What more text tells; nothing while it may be the beginning of a tag. */
  push(text: string): readonly ChatCompletionChunkDelta[];
  /** What was held back, and whether the answer ends with calls of tools. */
  end(finish: 'stop' | 'length'): ModelTextEnd;
}

/** How the text ended. */
export interface ModelTextEnd {
  readonly deltas: readonly ChatCompletionChunkDelta[];
  readonly finishReason: FinishReason;
}

/** Why an answer ended. */
export type FinishReason = 'stop' | 'length' | 'tool_calls';

/**
 * Starts reading. Thoughts and calls are told apart by the client's own reader, so that what the server sends in
 * fields is what the client would have found in the text.
 *
 * @param id The id of the answer, from which its calls get theirs.
 * @param prompt What the model continues: a template may have opened the thoughts for it.
 */
export function createModelText(request: WireChatRequest, id: string, prompt: string): ModelText {
  const offered = request.tool_choice === 'none' ? [] : (request.tools ?? []);
  const context = {
    // The engine writes what the model writes, both tags included, unless its template has opened them.
    reasoning: false,
    opensThinking: /<think>\s*$/.test(prompt),
    tools: offered.map((tool) => tool.function.name),
    textToolCalls: offered.length > 0,
  };
  const normalizer = createNormalizer(context);

  return {
    push: (content) => read({ content }, null).deltas,
    end: (finish) => read({}, finish),
  };

  function read(
    delta: ChatCompletionChunkDelta,
    finish_reason: 'stop' | 'length' | null,
  ): ModelTextEnd {
    const chunk = { id, choices: [{ index: 0, delta, finish_reason }] };
    const done = finish_reason !== null;
    const deltas: ChatCompletionChunkDelta[] = [];
    let finishReason: FinishReason = finish_reason ?? 'stop';
    for (const { choices } of normalizer.push({ items: [chunk], done }).items) {
      const [choice] = choices;
      if (choice?.delta) deltas.push(choice.delta);
      if (choice?.finish_reason === 'tool_calls') finishReason = 'tool_calls';
    }
    return { deltas, finishReason };
  }
}
