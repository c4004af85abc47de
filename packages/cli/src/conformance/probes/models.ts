import type { Finding, Probe } from '../probe.ts';
import { listAt, refusalOf, textAt } from '../shapes.ts';

/** Whether the host says which models it has, and ours is one of them. */
export const models: Probe = {
  name: 'models',
  about: 'GET /models lists the model',
  async run(wire): Promise<Finding> {
    const answer = await wire.get('/models');
    if (answer.status !== 200) {
      return { verdict: 'differs', saw: refusalOf(answer), advice: 'models.list() fails here.' };
    }
    const entries = listAt(answer.json, 'data');
    const ids = entries.flatMap((entry) => [textAt(entry, 'id'), ...listAt(entry, 'aliases')]);
    if (ids.includes(wire.model)) {
      return { verdict: 'pass', saw: `${entries.length} listed, ${wire.model} among them` };
    }
    const near = ids.filter((id) => /hermes-?4/i.test(String(id)));
    return {
      verdict: 'differs',
      saw: `${entries.length} listed, not ${wire.model}`,
      advice: near.length > 0 ? `It lists ${near.join(', ')}: try --model.` : undefined,
    };
  },
};
