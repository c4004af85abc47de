import type { Finding, Probe } from '../probe.ts';
import { asking, at, contentOf, has, refusalOf, textAt } from '../shapes.ts';

const DOCUMENTED = ['stop', 'length', 'tool_calls', 'content_filter'];

/** Whether an answer in one piece has the documented shape. */
export const whole: Probe = {
  name: 'whole',
  about: 'an answer in one piece',
  async run(wire): Promise<Finding> {
    const answer = await wire.chat(asking('Say hello.', { max_tokens: 64 }));
    if (answer.status !== 200) return { verdict: 'fail', saw: refusalOf(answer) };
    if (contentOf(answer.json) === '') {
      return { verdict: 'fail', saw: `200 without text in choices[0].message.content` };
    }
    const odd = oddities(answer.json);
    if (odd.length === 0) return { verdict: 'pass', saw: 'the documented shape' };
    return { verdict: 'differs', saw: odd.join('; ') };
  },
};

function oddities(completion: unknown): string[] {
  const finish = at(completion, 'choices', 0, 'finish_reason');
  const missing = ['id', 'object', 'created', 'model'].filter((field) => !has(completion, field));
  return [
    ...missing.map((field) => `no ${field}`),
    ...(Array.isArray(at(completion, 'choices', 0, 'message', 'content')) ? ['text in parts'] : []),
    ...(textAt(completion, 'choices', 0, 'message', 'role') === 'assistant' ? [] : ['no role']),
    ...(DOCUMENTED.includes(String(finish)) ? [] : [`finish_reason ${JSON.stringify(finish)}`]),
  ];
}
