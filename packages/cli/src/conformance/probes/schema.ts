import type { HostProfile } from '@hermes4/node';
import type { Finding, Probe } from '../probe.ts';
import { asking, at, contentOf, refusalOf, shorten } from '../shapes.ts';
import type { Answer, Json } from '../wire.ts';

// Nothing in the question leads to this value: an answer that has it was held to the schema.
const UNGUESSABLE = 'zx-8171';
const SCHEMA = {
  type: 'object',
  properties: { capital: { type: 'string', maxLength: 40 }, code: { enum: [UNGUESSABLE] } },
  required: ['capital', 'code'],
  additionalProperties: false,
};
const QUESTION = 'What is the capital of France? Answer in JSON.';

/** How strictly an answer is held to a JSON Schema. */
export const schema: Probe = {
  name: 'schema',
  about: 'response_format with json_schema and json_object',
  async run(wire): Promise<Finding> {
    const format = {
      type: 'json_schema',
      json_schema: { name: 'answer', strict: true, schema: SCHEMA },
    };
    const strict = await wire.chat(asking(QUESTION, { response_format: format, max_tokens: 256 }));
    if (at(valueOf(strict), 'code') === UNGUESSABLE) {
      return { verdict: 'pass', saw: 'json_schema holds', profile: { schemas: 'json_schema' } };
    }
    const loose = await wire.chat(
      asking(QUESTION, { response_format: { type: 'json_object' }, max_tokens: 256 }),
    );
    const isObject = typeof valueOf(loose) === 'object' && valueOf(loose) !== null;
    const schemas: HostProfile['schemas'] = isObject ? 'json_object' : 'prompt';
    return {
      verdict: 'differs',
      saw: `json_schema: ${told(strict)}; json_object: ${isObject ? 'holds' : told(loose)}`,
      advice: 'parse() writes the schema into the prompt here and checks the answer.',
      profile: { schemas },
    };
  },
};

function valueOf(answer: Answer): Json {
  try {
    return JSON.parse(contentOf(answer.json));
  } catch {
    return undefined;
  }
}

function told(answer: Answer): string {
  if (answer.status !== 200) return refusalOf(answer);
  return `not held to (${shorten(contentOf(answer.json), 30) || 'no text'})`;
}
