import type { Finding, Probe } from '../probe.ts';
import { asking, contentOf, streamedContent } from '../shapes.ts';
import { faultOf } from '../stream-fault.ts';

// Without chance, so that the two answers can be compared.
const QUESTION = asking('Name three colors.', { max_tokens: 64, temperature: 0, seed: 1 });

/** Whether an answer can be streamed, and is the one that comes in one piece. */
export const stream: Probe = {
  name: 'stream',
  about: 'the same answer, streamed',
  async run(wire): Promise<Finding> {
    const streamed = await wire.stream(QUESTION);
    const fault = faultOf(streamed);
    if (fault) return { verdict: 'fail', saw: fault };
    const content = streamedContent(streamed.chunks);
    const told = `${streamed.chunks.length} chunks${streamed.comments > 0 ? `, ${streamed.comments} comments` : ''}`;
    const { json } = await wire.chat(QUESTION);
    if (content === contentOf(json)) return { verdict: 'pass', saw: `${told}; the same text` };
    return {
      verdict: 'unsure',
      saw: `${told}; another text than in one piece`,
      advice:
        'Many hosts are not repeatable at temperature 0; ask again to see whether it is always so.',
    };
  },
};
