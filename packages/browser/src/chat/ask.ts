import { type ChatCompletionMessageInput, HermesError } from '@hermes4/core';
import type * as Calls from './calls.ts';
import type { ChatMessage } from './message.ts';
import type { Question } from './question.ts';
import { withCosts, withPart, withStep } from './reduce-answer.ts';
import { toRequestMessages } from './to-request-messages.ts';

/** Asks the model, runs what it calls, and resolves when it has answered. */
export async function ask(question: Question): Promise<void> {
  const { hermes, params: given, tools, path, system, signal, tell } = question;
  const calls = tools?.length || path.some(hasCalls) ? await loadCalls(question) : undefined;
  const messages: ChatCompletionMessageInput[] = toRequestMessages(path, calls?.callMessages);
  if (system !== undefined) messages.unshift({ role: 'system', content: system });
  if (calls && tools?.length) return calls.askWithTools(question, messages);
  const { maxTurns: _, ...params } = given ?? {};
  const stream = hermes.chat.completions.stream({ ...params, messages }, { signal });
  tell(withStep);
  for await (const part of stream) {
    // A model may call what it was not offered.
    const isCall = part.type === 'tool-call-delta';
    const change = isCall ? (await loadCalls(question)).withAnyPart : withPart;
    tell((answer) => change(answer, part), part.type === 'warning' ? undefined : 'content');
  }
  const completion = await stream.finalCompletion();
  tell((answer) => withCosts(answer, completion));
}

function hasCalls(message: ChatMessage): boolean {
  return message.role === 'assistant' && message.steps.some((step) => step.toolCalls.length > 0);
}

/** Loads what calls need; most chats have none. */
async function loadCalls({ heed }: Question): Promise<typeof Calls> {
  try {
    const calls = await import('./calls.ts');
    heed({ decide: () => undefined, stop: calls.stopCalls });
    return calls;
  } catch (cause) {
    throw new HermesError('The part for tools could not be loaded. Check the network.', {
      code: 'connection_failed',
      cause,
    });
  }
}
