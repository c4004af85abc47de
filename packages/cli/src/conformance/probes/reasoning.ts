import { DEEP_THINKING_PROMPT } from '@hermes4/core/internal';
import type { HostProfile } from '@hermes4/node';
import type { Finding, Probe } from '../probe.ts';
import { listAt, streamedContent, textAt } from '../shapes.ts';
import type { Json, StreamedAnswer, Wire } from '../wire.ts';

type Switch = HostProfile['reasoning'];

const QUESTION = 'How many times does the letter r occur in "strawberry raspberry"?';
const FIELDS = ['reasoning_content', 'reasoning', 'reasoning_details', 'thinking'] as const;

/** Each way of asking for thought, the most explicit first. */
const SWITCHES: readonly (readonly [Switch, object, string?])[] = [
  ['parameter', { reasoning: { enabled: true } }],
  ['template', { chat_template_kwargs: { thinking: true } }],
  ['prompt', {}, DEEP_THINKING_PROMPT],
];

/** How thinking is switched on, and where the thoughts are. */
export const reasoning: Probe = {
  name: 'reasoning',
  about: 'how thinking is switched on, and where the thoughts are',
  async run(wire): Promise<Finding> {
    const unasked = await think(wire, {});
    if (unasked) {
      return {
        verdict: 'differs',
        saw: `thinks unasked: ${unasked}`,
        profile: { reasoning: 'prompt' },
      };
    }
    const tried: string[] = [];
    for (const [how, params, system] of SWITCHES) {
      const place = await think(wire, params, system);
      if (place) return found(how, place, tried);
      tried.push(how);
    }
    return {
      verdict: 'unsure',
      saw: `no thoughts by ${tried.join(', ')}`,
      profile: { reasoning: 'prompt' },
    };
  },
};

function found(how: Switch, place: string, tried: readonly string[]): Finding {
  const without = tried.length > 0 ? `not by ${tried.join(', ')}; ` : '';
  return {
    verdict: place.includes('reasoning_content') && how === 'parameter' ? 'pass' : 'differs',
    saw: `${without}by ${how}: ${place}`,
    profile: {
      reasoning: how,
      ...(how === 'template' ? { extraParameters: ['chat_template_kwargs'] } : {}),
      ...(how === 'parameter' ? { extraParameters: ['reasoning'] } : {}),
    },
  };
}

/** Where thoughts came, streamed, when the model was asked in this way; `undefined` when none came. */
async function think(wire: Wire, params: object, system?: string): Promise<string | undefined> {
  const messages = [
    ...(system === undefined ? [] : [{ role: 'system', content: system }]),
    { role: 'user', content: QUESTION },
  ];
  const answer = await wire.stream({ messages, max_tokens: 512, ...params });
  return answer.status === 200 ? placeOf(answer) : undefined;
}

function placeOf({ chunks }: StreamedAnswer): string | undefined {
  const fields = FIELDS.filter((field) => chunks.some((chunk) => holds(chunk, field)));
  const content = streamedContent(chunks);
  const inline = /^\s*<think>/.test(content)
    ? '<think> in the text'
    : content.includes('</think>') && '</think> in the text, without its opening tag';
  const places = [...fields, ...(inline ? [inline] : [])];
  return places.length > 0 ? places.join(' and ') : undefined;
}

function holds(chunk: Json, field: string): boolean {
  const path = ['choices', 0, 'delta', field] as const;
  return textAt(chunk, ...path) !== '' || listAt(chunk, ...path).length > 0;
}
