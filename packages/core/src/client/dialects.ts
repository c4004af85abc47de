import type { ChatCompletionCreateParams } from '../model/chat-request.ts';
import type { HostProfile } from '../model/host-profile.ts';
import type { NormalizeContext } from '../model/normalize-context.ts';
import { createNormalizer, type Normalizer } from '../normalize/create-normalizer.ts';
import { isRecord } from '../primitives/is-record.ts';

export { createBeyondText } from '../accumulate/beyond-text.ts';
export { addAllParts } from '../result/all-parts.ts';
export { refuseThoughts } from '../result/refuse-thoughts.ts';

/** Makes what reads the answer to a request, whatever dialect its host speaks. */
export function createReader(request: ChatCompletionCreateParams, host: HostProfile): Normalizer {
  return createNormalizer(contextOf(request, host));
}

/** Derives from a request and its host how the answer is to be read. */
function contextOf(
  request: ChatCompletionCreateParams,
  { opensThinking }: HostProfile,
): NormalizeContext {
  const { reasoning, tools, tool_choice } = request;
  const offered = Array.isArray(tools) && tool_choice !== 'none' ? (tools as unknown[]) : [];
  const thinks = isRecord(reasoning) ? reasoning['enabled'] !== false : reasoning === true;
  return {
    reasoning: thinks,
    opensThinking: thinks && opensThinking === true,
    hidesReasoning: isRecord(reasoning) && reasoning['exclude'] === true,
    tools: offered.flatMap(nameOf),
    textToolCalls: offered.length > 0,
  };
}

/** Callers can switch the validator off, and then offer anything. */
function nameOf(tool: unknown): string[] {
  const body = isRecord(tool) ? tool['function'] : undefined;
  return isRecord(body) && typeof body['name'] === 'string' ? [body['name']] : [];
}
