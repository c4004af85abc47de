import type { Finding, Probe } from '../probe.ts';
import { asking, at, refusalOf, shorten } from '../shapes.ts';
import type { Answer, Wire } from '../wire.ts';

/** A mistake, and the statuses that name it. */
interface Mistake {
  readonly name: string;
  readonly statuses: readonly number[];
  readonly make: (wire: Wire) => Promise<Answer>;
}

const MISTAKES: readonly Mistake[] = [
  {
    name: 'an unknown model',
    statuses: [400, 404, 422],
    make: (wire) => wire.chat(asking('Hello', { model: 'no/such-model', max_tokens: 8 })),
  },
  { name: 'no messages', statuses: [400, 422], make: (wire) => wire.chat({ max_tokens: 8 }) },
  { name: 'broken JSON', statuses: [400, 422], make: (wire) => wire.send('{"model":') },
  {
    name: 'a temperature of 9',
    statuses: [400, 422],
    make: (wire) => wire.chat(asking('Hello', { temperature: 9, max_tokens: 8 })),
  },
  {
    name: 'a mistake in a streamed call',
    statuses: [400, 422],
    make: (wire) => wire.stream({ messages: 'Hello', max_tokens: 8 }),
  },
];

/** Whether mistakes are named by a status and a body that a program can read. */
export const errors: Probe = {
  name: 'errors',
  about: 'how mistakes of a caller are named',
  async run(wire): Promise<Finding> {
    const wrong: string[] = [];
    const shapes = new Set<string>();
    for (const { name, statuses, make } of MISTAKES) {
      const answer = await make(wire);
      if (answer.status >= 400) shapes.add(shapeOf(answer));
      if (!statuses.includes(answer.status)) wrong.push(`${name}: ${answered(answer)}`);
    }
    const shape = [...shapes].join(' or ') || 'none';
    if (wrong.length === 0) return { verdict: 'pass', saw: `named; bodies: ${shape}` };
    const isBlind = wrong.length === MISTAKES.length;
    return { verdict: isBlind ? 'fail' : 'differs', saw: `${wrong.join('; ')}; bodies: ${shape}` };
  },
};

function answered(answer: Answer): string {
  return answer.status === 200 ? '200, as if it were right' : refusalOf(answer);
}

function shapeOf({ json, text }: Answer): string {
  if (json === undefined)
    return text.trimStart().startsWith('<') ? 'HTML' : shorten(text, 20) || 'empty';
  if (at(json, 'error', 'message') !== undefined) return '{error:{message}}';
  if (at(json, 'statusCode') !== undefined) return 'the hosted {message, statusCode}';
  if (at(json, 'message') !== undefined) return '{message}';
  if (at(json, 'detail') !== undefined) return '{detail}';
  return 'JSON of another shape';
}
