import type {
  ChatCompletionCreateParams,
  ChatCompletionMessageInput,
  Hermes,
  Tool,
  ToolContext,
} from '@hermes4/core';
import type { AnswerEvent } from './reduce-answer.ts';

/** What each call of a chat is asked with; the messages are the chat's own. */
export interface ChatParams
  extends Omit<ChatCompletionCreateParams, 'messages' | 'tools' | 'stream' | 'stream_options'> {
  /** How many turns the model may take for one answer when it calls tools. @defaultValue 10 */
  maxTurns?: number | undefined;
}

/** What is asked, and who hears of the answer. */
export interface Question {
  readonly hermes: Hermes;
  readonly params: ChatParams;
  readonly tools: readonly Tool[];
  readonly messages: readonly ChatCompletionMessageInput[];
  readonly signal: AbortSignal;
  /** Waits for a person's word on a call: nothing when it may run, or why not. */
  readonly decide: (toolCallId: string) => Promise<string | undefined>;
  readonly tell: (event: AnswerEvent) => void;
}

/** Asks the model, runs what it calls, and resolves when it has answered. */
export async function ask(question: Question): Promise<void> {
  const { hermes, tools, messages, signal, tell } = question;
  const { maxTurns, ...params } = question.params;
  const { completions } = hermes.chat;
  if (tools.length === 0) {
    const stream = completions.stream({ ...params, messages }, { signal });
    tell({ type: 'turn-start', turn: 1 });
    for await (const part of stream) tell({ type: 'part', turn: 1, part });
    tell({ type: 'turn-end', turn: 1, completion: await stream.finalCompletion() });
    return;
  }
  const runnable = tools.map((tool) => onceApproved(tool, question));
  const run = completions.runTools(
    { ...params, messages, tools: runnable, ...(maxTurns !== undefined && { maxTurns }) },
    { signal },
  );
  for await (const event of run) tell(event);
}

/**
 * The tool as it waits for approval by itself. Core asks about one call after the other before any runs; here all
 * are shown at once, and the model is told why a call was denied.
 */
function onceApproved(tool: Tool, { decide }: Question): Tool {
  const { runnable } = tool;
  return Object.defineProperty({ ...tool }, 'runnable', {
    value: {
      schema: runnable.schema,
      needsApproval: () => false,
      run: async (args: never, context: ToolContext) => {
        if (await runnable.needsApproval(args)) {
          const denied = await decide(context.toolCallId);
          if (denied !== undefined) throw new Error(denied);
        }
        return runnable.run(args, context);
      },
    },
  });
}
