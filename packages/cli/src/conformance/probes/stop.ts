import type { Finding, Probe } from '../probe.ts';
import { asking, contentOf, refusalOf, shorten } from '../shapes.ts';

/** Whether a stop sequence ends the answer and is left out of it. */
export const stop: Probe = {
  name: 'stop',
  about: 'a stop sequence',
  async run(wire): Promise<Finding> {
    const question = 'Repeat exactly this line and nothing else: alpha beta gamma delta';
    const plain = await wire.chat(asking(question, { max_tokens: 64, temperature: 0, seed: 1 }));
    if (plain.status !== 200) return { verdict: 'fail', saw: refusalOf(plain) };
    const word = contentOf(plain.json).match(/\p{L}{3,}/gu)?.[2];
    if (word === undefined) return { verdict: 'unsure', saw: 'the model said too little to stop' };

    const params = { max_tokens: 64, temperature: 0, seed: 1, stop: [word] };
    const answer = await wire.chat(asking(question, params));
    if (answer.status !== 200) return { verdict: 'fail', saw: refusalOf(answer) };
    const content = contentOf(answer.json);
    if (content.includes(word)) {
      return { verdict: 'fail', saw: `told to stop at “${word}”, it said ${shorten(content, 50)}` };
    }
    return { verdict: 'pass', saw: `stopped before “${word}”` };
  },
};
