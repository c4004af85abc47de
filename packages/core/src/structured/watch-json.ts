import type { ChatCompletion, ChatCompletionChunk } from '../model/chat-completion.ts';
import { notesOf } from '../primitives/notes.ts';
import { createJsonFinder, type JsonFinder, type JsonRoot } from './find-json.ts';

/** The answer so far. */
interface Fold {
  isEmpty(): boolean;
  completion(): ChatCompletion;
}

/** The JSON in an answer that grows: of its text, and of the arguments of its tool calls. */
export interface JsonWatch {
  /** Lets the JSON grow by what a chunk brings, after the answer itself has grown by it. */
  add(chunk: ChatCompletionChunk): void;
  /** The value that the text holds so far. */
  content(): unknown;
  /** The arguments of this tool call so far. */
  toolArguments(index: number): unknown;
}

interface Growing {
  readonly finder: JsonFinder;
  /** What has arrived since it was last asked for. */
  rest: string;
}

/**
 * Watches an answer. Nothing is kept and nothing is read until a value is first asked for; from then on each
 * piece of text is read once.
 */
export function watchJson(answer: Fold, root: JsonRoot): JsonWatch {
  let content: Growing | undefined;
  const calls = new Map<number, Growing>();

  return {
    add,
    content: () => valueOf((content ??= begin(root, messageSoFar()?.content))),
    toolArguments,
  };

  function add(chunk: ChatCompletionChunk): void {
    if (!content && calls.size === 0) return;
    for (const { index, delta } of chunk.choices) {
      if (index !== 0) continue;
      // The text so far was a thought; JSON in it was none of the answer's.
      if (content && delta && notesOf(delta)?.moved) content = begin(root, '');
      if (content && delta?.content) content.rest += delta.content;
      for (const call of delta?.tool_calls ?? []) {
        const growing = calls.get(call.index);
        if (growing) growing.rest += call.function?.arguments ?? '';
      }
    }
  }

  function toolArguments(index: number): unknown {
    let growing = calls.get(index);
    if (!growing) {
      const call = messageSoFar()?.tool_calls?.[index];
      growing = begin('object', call?.type === 'function' ? call.function.arguments : '');
      calls.set(index, growing);
    }
    return valueOf(growing);
  }

  function messageSoFar(): ChatCompletion['choices'][number]['message'] | undefined {
    return answer.isEmpty() ? undefined : answer.completion().choices[0]?.message;
  }
}

function begin(root: JsonRoot, text: string | null | undefined): Growing {
  return { finder: createJsonFinder(root), rest: text ?? '' };
}

function valueOf(growing: Growing): unknown {
  growing.finder.push(growing.rest);
  growing.rest = '';
  return growing.finder.value();
}
