import type { ChatCompletionCreateParams } from '../model/chat-request.ts';
import type { NormalizeContext } from '../model/normalize-context.ts';
import type { Normalizer } from '../normalize/create-normalizer.ts';
import { createLazyNormalizer, type LazyNormalizer } from '../normalize/lazy-normalizer.ts';
import { isRecord } from '../primitives/is-record.ts';
import { loadPart } from './load-part.ts';

/** Derives from a request how its answer is to be read. */
export function contextOf(request: ChatCompletionCreateParams): NormalizeContext {
  const { reasoning, tools, tool_choice } = request;
  const offered = Array.isArray(tools) && tool_choice !== 'none' ? (tools as unknown[]) : [];
  return {
    reasoning: isRecord(reasoning) ? reasoning['enabled'] !== false : reasoning === true,
    hidesReasoning: isRecord(reasoning) && reasoning['exclude'] === true,
    tools: offered.flatMap(nameOf),
    textToolCalls: offered.length > 0,
  };
}

/** Makes what reads the answer to a request; most of it is loaded when the answer needs it. */
export function normalizerFor(request: ChatCompletionCreateParams): LazyNormalizer {
  const context = contextOf(request);
  const load = async (): Promise<Normalizer> => {
    const part = import('../normalize/create-normalizer.ts');
    const { createNormalizer } = await loadPart(part, 'reasoning and tool calls');
    return createNormalizer(context);
  };
  return createLazyNormalizer(load, !context.reasoning && !context.textToolCalls);
}

/** Callers can switch the validator off, and then offer anything. */
function nameOf(tool: unknown): string[] {
  const body = isRecord(tool) ? tool['function'] : undefined;
  return isRecord(body) && typeof body['name'] === 'string' ? [body['name']] : [];
}
