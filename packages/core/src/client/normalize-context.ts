import type { ChatCompletionCreateParams } from '../model/chat-request.ts';
import type { NormalizeContext } from '../model/normalize-context.ts';
import { createNormalizer, type Normalizer } from '../normalize/create-normalizer.ts';
import { isRecord } from '../primitives/is-record.ts';

/** Derives from a request how its answer is to be read. */
export function contextOf(request: ChatCompletionCreateParams): NormalizeContext {
  const { reasoning, tools, tool_choice } = request;
  const offered = Array.isArray(tools) && tool_choice !== 'none' ? (tools as unknown[]) : [];
  return {
    reasoning: isRecord(reasoning) ? reasoning['enabled'] !== false : reasoning === true,
    tools: offered.flatMap(nameOf),
    textToolCalls: offered.length > 0,
  };
}

/** Makes what reads the answer to a request; the reading of calls in text is loaded with the first tools. */
export async function normalizerFor(request: ChatCompletionCreateParams): Promise<Normalizer> {
  const context = contextOf(request);
  if (!context.textToolCalls) return createNormalizer(context);
  const { createTextCalls } = await import('../normalize/text-calls.ts');
  return createNormalizer(context, createTextCalls);
}

/** Callers can switch the validator off, and then offer anything. */
function nameOf(tool: unknown): string[] {
  const body = isRecord(tool) ? tool['function'] : undefined;
  return isRecord(body) && typeof body['name'] === 'string' ? [body['name']] : [];
}
