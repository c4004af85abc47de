import type { ChatCompletionMessageInput, Tool, ToolContext } from '@hermes4/core';
import type { Question } from './question.ts';
import { reduceRun, stopCalls, withCall } from './reduce-calls.ts';

/** Waits for a person's word on a call: nothing when it may run, or why not. */
type Decide = (toolCallId: string) => Promise<string | undefined>;

/** Asks the model, runs what it calls, and resolves when it has answered. */
export async function askWithTools(
  { hermes, params, tools = [], signal, tell, heed }: Question,
  messages: readonly ChatCompletionMessageInput[],
): Promise<void> {
  const waiting = new Map<string, (denied: string | undefined) => void>();
  heed({ decide, stop: stopCalls });
  const runnable = tools.map((tool) => onceApproved(tool, wait));
  const run = hermes.chat.completions.runTools(
    { ...params, messages: [...messages], tools: runnable },
    { signal },
  );
  for await (const event of run) {
    const isContent = event.type === 'part' && event.part.type !== 'warning';
    tell((answer) => reduceRun(answer, event), isContent ? 'content' : undefined);
  }

  function wait(toolCallId: string): Promise<string | undefined> {
    return new Promise((resolve) => {
      waiting.set(toolCallId, resolve);
      tell(
        (answer) => withCall(answer, toolCallId, () => ({ status: 'awaiting-approval' })),
        'wait',
      );
    });
  }

  function decide(toolCallId: string, denied?: string): void {
    const resolve = waiting.get(toolCallId);
    if (!resolve) return;
    waiting.delete(toolCallId);
    const status = denied === undefined ? 'running' : 'denied';
    const event = waiting.size === 0 ? 'decide' : undefined;
    tell((answer) => withCall(answer, toolCallId, () => ({ status })), event);
    resolve(denied);
  }
}

/**
 * The tool as it waits for approval by itself. Core asks about one call after the other before any runs; here all
 * are shown at once, and the model is told why a call was denied.
 */
function onceApproved(tool: Tool, decide: Decide): Tool {
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
