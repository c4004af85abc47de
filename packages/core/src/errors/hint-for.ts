import type { ErrorCode } from './error-code.ts';

const HINTS: Partial<Record<ErrorCode, string>> = {
  unauthorized:
    'Check that the key is complete, belongs to this host and is enabled in the account.',
  out_of_credits: 'The key is fine; the account needs credits.',
  forbidden: "Check the key's scopes and limit, and whether the account needs verification.",
  model_not_found: 'Check the model id: each host spells it differently.',
  not_found: 'Check baseURL.',
  rate_limited: 'Slow down and try again.',
  quota_exhausted: 'Waiting a moment will not help: raise the limit, or wait for its reset.',
  overloaded: 'Try again in a moment, or ask another host.',
};

/** What to do about a failure, to stand behind the host's own words; empty when nothing is known. */
export function hintFor(code: ErrorCode, message: string): string {
  if (/support tool use/i.test(message)) {
    return " No provider there takes `tools`: set toolMode to 'prompt'.";
  }
  const hint = HINTS[code];
  return hint === undefined ? '' : ` ${hint}`;
}
