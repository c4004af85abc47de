import type { Finding, Probe } from '../probe.ts';
import { contentOf, refusalOf, shorten } from '../shapes.ts';

const NO_PREFILL = 'Do not end a conversation with an assistant message here.';

/** Whether an answer can be begun for the model. */
export const prefill: Probe = {
  name: 'prefill',
  about: 'an answer that the caller begins',
  async run(wire): Promise<Finding> {
    const begun = 'one, two, three,';
    const answer = await wire.chat({
      messages: [
        { role: 'user', content: 'Count from one to ten, in words, separated by commas.' },
        { role: 'assistant', content: begun },
      ],
      max_tokens: 32,
    });
    if (answer.status !== 200)
      return { verdict: 'differs', saw: refusalOf(answer), advice: NO_PREFILL };
    const content = contentOf(answer.json).trim();
    if (/^,?\s*four/i.test(content)) return { verdict: 'pass', saw: 'goes on with “four”' };
    if (/^(?:sure|certainly)?\W*one/i.test(content)) {
      return { verdict: 'differs', saw: 'begins again', advice: NO_PREFILL };
    }
    return { verdict: 'unsure', saw: shorten(content, 60) || 'an empty answer' };
  },
};
