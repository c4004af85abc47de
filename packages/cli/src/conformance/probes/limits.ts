import type { Finding, Probe } from '../probe.ts';
import { asking, at, isCutShort, refusalOf } from '../shapes.ts';
import type { Answer } from '../wire.ts';

const LIMITS = ['max_tokens', 'max_completion_tokens'] as const;

/** Which names of the token limit are honored. */
export const limits: Probe = {
  name: 'limits',
  about: 'max_tokens and max_completion_tokens',
  async run(wire): Promise<Finding> {
    const honored: (typeof LIMITS)[number][] = [];
    const seen: string[] = [];
    for (const name of LIMITS) {
      const answer = await wire.chat(asking('Count from 1 to 100, in words.', { [name]: 5 }));
      if (isCut(answer)) honored.push(name);
      seen.push(`${name}: ${isCut(answer) ? 'honored' : notCut(answer)}`);
    }
    const [only] = honored;
    if (only === undefined) {
      return {
        verdict: 'fail',
        saw: seen.join('; '),
        advice: 'Answers may be as long and as dear as they like.',
      };
    }
    if (honored.length === LIMITS.length)
      return { verdict: 'pass', saw: 'both end an answer of 5 tokens' };
    return { verdict: 'differs', saw: seen.join('; '), profile: { tokenLimit: only } };
  },
};

function isCut({ json }: Answer): boolean {
  const tokens = at(json, 'usage', 'completion_tokens');
  return isCutShort(json) && !(typeof tokens === 'number' && tokens > 5);
}

function notCut(answer: Answer): string {
  if (answer.status !== 200) return refusalOf(answer);
  const finish = JSON.stringify(at(answer.json, 'choices', 0, 'finish_reason'));
  const tokens = at(answer.json, 'usage', 'completion_tokens');
  return `ignored (${finish} after ${typeof tokens === 'number' ? tokens : 'uncounted'} tokens)`;
}
