import type { Finding, Probe } from '../probe.ts';
import { asking, at, isCutShort, refusalOf } from '../shapes.ts';
import type { Answer } from '../wire.ts';

const QUESTION = 'Count from 1 to 100, in words.';
const LIMITS = ['max_tokens', 'max_completion_tokens'] as const;

/** Which names of the token limit are honored. */
export const limits: Probe = {
  name: 'limits',
  about: 'max_tokens and max_completion_tokens',
  async run(wire): Promise<Finding> {
    const answers = await inTurn(LIMITS, (name) => wire.chat(asking(QUESTION, { [name]: 5 })));
    const honored = LIMITS.filter((_, index) => isCut(answers[index]));
    if (honored.length === LIMITS.length) {
      return { verdict: 'pass', saw: 'both end an answer of 5 tokens' };
    }
    const saw = LIMITS.map((name, index) => `${name}: ${told(answers[index])}`).join('; ');
    if (answers.every(isShort)) return { verdict: 'unsure', saw };
    const [only] = honored;
    if (only) return { verdict: 'differs', saw, profile: { tokenLimit: only } };
    return { verdict: 'fail', saw, advice: 'Answers may be as long and as dear as they like.' };
  },
};

async function inTurn<T, R>(items: readonly T[], ask: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await ask(item));
  return results;
}

function tokensOf(answer: Answer | undefined): number | undefined {
  const tokens = at(answer?.json, 'usage', 'completion_tokens');
  return typeof tokens === 'number' ? tokens : undefined;
}

function isCut(answer: Answer | undefined): boolean {
  return isCutShort(answer?.json) && (tokensOf(answer) ?? 0) <= 5;
}

/** An answer that ended by itself within the limit shows nothing of it. */
function isShort(answer: Answer): boolean {
  return answer.status === 200 && !isCutShort(answer.json) && (tokensOf(answer) ?? Infinity) <= 5;
}

function told(answer: Answer | undefined): string {
  if (!answer || answer.status !== 200) return answer ? refusalOf(answer) : 'no answer';
  if (isCut(answer)) return 'honored';
  const finish = JSON.stringify(at(answer.json, 'choices', 0, 'finish_reason'));
  const count = tokensOf(answer) ?? 'uncounted';
  return isShort(answer)
    ? `the model said no more than ${count} tokens`
    : `ignored (${finish} after ${count} tokens)`;
}
