import type { FinishReason } from './parts.ts';

const UNIFIED: Readonly<Record<string, FinishReason['unified']>> = {
  stop: 'stop',
  length: 'length',
  tool_calls: 'tool-calls',
  content_filter: 'content-filter',
  error: 'error',
};

/** Why the answer ended, in the SDK's words and in the API's. */
export function finishReasonOf(reason: string | null | undefined): FinishReason {
  const raw = reason ?? undefined;
  const unified = raw !== undefined && Object.hasOwn(UNIFIED, raw) ? UNIFIED[raw] : undefined;
  return { unified: unified ?? 'other', raw };
}
