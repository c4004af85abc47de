import type { Finding, Probe } from '../probe.ts';
import { asking, refusalOf } from '../shapes.ts';

/** Whether a wrong key is refused. */
export const key: Probe = {
  name: 'key',
  about: 'a wrong key',
  async run(wire): Promise<Finding> {
    const body = JSON.stringify({ model: wire.model, ...asking('Hello', { max_tokens: 8 }) });
    const answer = await wire.send(body, 'hermes4-conformance-no-key');
    if (answer.status === 401 || answer.status === 403) {
      return { verdict: 'pass', saw: `refused: ${refusalOf(answer)}` };
    }
    if (answer.status !== 200) return { verdict: 'differs', saw: refusalOf(answer) };
    return {
      verdict: wire.hasKey ? 'differs' : 'pass',
      saw: 'any key is accepted',
      advice: wire.hasKey ? 'Whoever reaches this host may call it.' : undefined,
    };
  },
};
