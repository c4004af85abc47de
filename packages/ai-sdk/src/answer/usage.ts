import type { CompletionUsage } from '@hermes4/core';
import type { Usage } from './parts.ts';

/** Token counts in the SDK's words; what the host did not count is `undefined`. */
export function usageOf(usage: CompletionUsage | null | undefined): Usage {
  const input = usage?.prompt_tokens;
  const output = usage?.completion_tokens;
  const cached = usage?.prompt_tokens_details?.cached_tokens ?? undefined;
  const thought = usage?.completion_tokens_details?.reasoning_tokens ?? undefined;
  return {
    inputTokens: {
      total: input,
      noCache: minus(input, cached),
      cacheRead: cached,
      cacheWrite: undefined,
    },
    outputTokens: { total: output, text: minus(output, thought), reasoning: thought },
    ...(usage && { raw: usage }),
  };
}

function minus(total: number | undefined, part: number | undefined): number | undefined {
  if (total === undefined || part === undefined) return undefined;
  return Math.max(0, total - part);
}
