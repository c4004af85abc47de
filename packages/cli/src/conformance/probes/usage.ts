import type { Finding, Probe } from '../probe.ts';
import { asking, at, has, listAt, refusalOf } from '../shapes.ts';
import type { Json } from '../wire.ts';

const QUESTION = asking('Say hello.', { max_tokens: 64 });

/** Whether tokens are counted, and where the counts of a stream are. */
export const usage: Probe = {
  name: 'usage',
  about: 'token counts, whole and streamed',
  async run(wire): Promise<Finding> {
    const answer = await wire.chat(QUESTION);
    if (answer.status !== 200) return { verdict: 'fail', saw: refusalOf(answer) };
    const counted = countsOf(answer.json);
    const asked = await wire.stream({ ...QUESTION, stream_options: { include_usage: true } });
    const where = asked.status === 200 ? placeOf(asked.chunks) : `refused with ${refusalOf(asked)}`;
    const saw = `whole: ${counted ?? 'none'}; streamed: ${where}`;
    if (counted === undefined || where === 'none') {
      return { verdict: 'fail', saw, advice: 'Budgets in tokens cannot be kept here.' };
    }
    return { verdict: where === 'a last chunk without choices' ? 'pass' : 'differs', saw };
  },
};

function countsOf(completion: Json): string | undefined {
  const [prompt, answer, total] = ['prompt_tokens', 'completion_tokens', 'total_tokens'].map(
    (field) => at(completion, 'usage', field),
  );
  if (typeof prompt !== 'number' || typeof answer !== 'number') return undefined;
  return `${prompt} + ${answer}${total === prompt + answer ? '' : `, total ${String(total)}`}`;
}

function placeOf(chunks: readonly Json[]): string {
  const holders = chunks.filter((chunk) => at(chunk, 'usage', 'completion_tokens') !== undefined);
  const last = holders.at(-1);
  if (last === undefined) return 'none';
  if (holders.length > 1) return `${holders.length} chunks`;
  if (listAt(last, 'choices').length === 0) return 'a last chunk without choices';
  return has(last, 'choices', 0, 'finish_reason')
    ? 'beside the finish_reason'
    : 'a chunk with text';
}
