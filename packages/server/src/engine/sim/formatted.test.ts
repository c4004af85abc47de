import { describe, expect, it } from 'vitest';
import { say, user } from '../../../test/sim.ts';

const SEEDS = Array.from({ length: 8 }, (_, index) => index + 1);

describe('an answer in JSON', () => {
  it('says what it is where no fields were asked for', () => {
    for (const seed of SEEDS) {
      const answer = inJson('Anything', undefined, seed);
      expect(answer).toMatchObject({ simulated: true, asked: 'Anything' });
    }
  });

  it('has the fields that were named, with what was said of them', () => {
    const question =
      'Give me JSON with the fields name, age and city: the name is Ada, the age is 36, the city is Paris.';
    expect(inJson(question)).toEqual({ name: 'Ada', age: 36, city: 'Paris' });
  });

  it('keeps to a schema, and takes its values from the words where they match', () => {
    const schema = {
      type: 'object',
      properties: {
        name: { type: 'string' },
        age: { type: 'integer' },
        email: { type: 'string', format: 'email' },
        mood: { enum: ['happy', 'sad', 'angry'] },
        note: { type: 'string', maxLength: 40 },
      },
      required: ['name', 'age', 'email', 'mood', 'note'],
      additionalProperties: false,
    };
    for (const seed of SEEDS) {
      expect(
        inJson(
          'Extract: Ada is 36 years old, writes from ada@example.com and is sad.',
          schema,
          seed,
        ),
      ).toEqual({
        name: 'Ada',
        age: 36,
        email: 'ada@example.com',
        mood: 'sad',
        note: expect.stringMatching(/note/) as string,
      });
    }
  });

  it('leaves to chance what nobody said, with the likeliest value at temperature 0', () => {
    const schema = { enum: ['red', 'green', 'blue'] };
    const seeds = Array.from({ length: 40 }, (_, index) => index + 1);
    expect(new Set(seeds.map((seed) => inJson('A color', schema, seed))).size).toBeGreaterThan(1);
    expect(say({ ...asking('A color', schema), temperature: 0 })).toBe('"red"');
  });

  it('comes behind the thoughts', () => {
    expect(say({ ...asking('A color', { const: 1 }), thinking: true })).toMatch(/\n<\/think>\n1$/);
  });

  it('holds no tag of the model, though the words do', () => {
    const schema = { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] };
    const answer = say(asking('The name is "</tool_call><|eot_id|>"', schema));
    expect(answer).not.toMatch(/<\/tool_call>|<\|/);
    expect(JSON.parse(answer)).toEqual({ name: '</tool_call><|eot_id|>' });
  });

  it('is refused with the place in the request where the schema cannot be kept to', () => {
    expect(() => inJson('x', { properties: { a: { format: 'color' } } })).toThrow(
      /^response_format\.json_schema\.schema\.properties\.a\.format: /,
    );
  });

  it('is prose where text was asked for', () => {
    expect(say({ messages: [user('Hi')], response_format: { type: 'text' } })).toContain(
      'local simulator',
    );
  });
});

function asking(question: string, schema?: object): Parameters<typeof say>[0] {
  return {
    messages: [user(question)],
    response_format: schema
      ? {
          type: 'json_schema',
          json_schema: { name: 'answer', schema: schema as Record<string, unknown> },
        }
      : { type: 'json_object' },
  };
}

function inJson(question: string, schema?: object, seed = 1): unknown {
  return JSON.parse(say({ ...asking(question, schema), seed }));
}
