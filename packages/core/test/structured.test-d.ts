import { type } from 'arktype';
import * as v from 'valibot';
import { expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { createHermes, type DeepPartial, type Tool, tool } from '../src/index.ts';

const { completions } = createHermes().chat;
const messages = [{ role: 'user' as const, content: 'Hello' }];

interface City {
  city: string;
  people?: number | undefined;
}

test('tool arguments are inferred for zod, valibot, arktype', () => {
  tool({
    name: 'a',
    parameters: z.object({ city: z.string(), people: z.number().optional() }),
    run: (args) => expectTypeOf(args).toEqualTypeOf<City>(),
  });
  tool({
    name: 'a',
    parameters: v.object({ city: v.string(), n: v.pipe(v.string(), v.transform(Number)) }),
    json_schema: {},
    needsApproval: (args) => args.n > 1,
    run: (args) => expectTypeOf(args).toEqualTypeOf<{ city: string; n: number }>(),
  });
  tool({
    name: 'a',
    parameters: type({ city: 'string', kind: "'big' | 'small'" }),
    run: (args, { signal }) => {
      expectTypeOf(args).toEqualTypeOf<{ city: string; kind: 'big' | 'small' }>();
      expectTypeOf(signal).toEqualTypeOf<AbortSignal>();
    },
  });
  tool({
    name: 'a',
    parameters: { type: 'object' },
    run: (args) => expectTypeOf(args).toEqualTypeOf<Record<string, unknown>>(),
  });
});

test('tools of any arguments go together, and to the API they are tools', () => {
  const one = tool({ name: 'a', parameters: z.object({ a: z.string() }), run: ({ a }) => a });
  const two = tool({
    name: 'b',
    parameters: type({ b: 'number' }),
    run: ({ b }) => Promise.resolve(b),
  });
  expectTypeOf(one).toEqualTypeOf<Tool<{ a: string }, string>>();
  expectTypeOf(two).toEqualTypeOf<Tool<{ b: number }, number>>();
  completions.runTools({ messages, tools: [one, two] });
  void completions.create({ messages, tools: [one, two] });
});

test('parsed results are inferred for zod, valibot, arktype', async () => {
  const schemas = {
    zod: z.object({ city: z.string(), day: z.string().transform((day) => new Date(day)) }),
    valibot: v.object({ city: v.string(), people: v.optional(v.number()) }),
    arktype: type({ city: 'string', tags: 'string[]' }),
  };
  const a = await completions.parse({ messages, response_format: schemas.zod });
  expectTypeOf(a.choices[0].message.parsed).toEqualTypeOf<{ city: string; day: Date }>();
  expectTypeOf(a.choices[0].message.content).toEqualTypeOf<string | null>();
  const b = await completions.parse({
    messages,
    response_format: { schema: schemas.valibot, json_schema: {} },
  });
  expectTypeOf(b.choices[0].message.parsed).toEqualTypeOf<City>();
  const c = await completions.parse({ messages, response_format: schemas.arktype });
  expectTypeOf(c.choices[0].message.parsed).toEqualTypeOf<{ city: string; tags: string[] }>();
  const d = await completions.parse({
    messages,
    response_format: { type: 'json_schema', json_schema: { name: 'd', schema: {} } },
  });
  expectTypeOf(d.choices[0].message.parsed).toBeUnknown();
});

test('a partial value has the type of what the model writes, with anything missing', () => {
  const response_format = z.object({
    kind: z.enum(['big', 'small']),
    day: z.string().transform((day) => new Date(day)),
    parts: z.array(z.object({ n: z.number() })),
  });
  const stream = completions.stream({ messages, response_format });
  expectTypeOf(stream.partial()).toEqualTypeOf<
    | {
        kind?: string | undefined;
        day?: string | undefined;
        parts?: { n?: number | undefined }[] | undefined;
      }
    | undefined
  >();
  expectTypeOf(stream.finalParsed()).resolves.toEqualTypeOf<z.output<typeof response_format>>();
});

test('a stream of text has no value', () => {
  const stream = completions.stream({ messages });
  expectTypeOf(stream).not.toHaveProperty('partial');
  expectTypeOf(stream.toolArguments(0)).toEqualTypeOf<
    Readonly<Record<string, unknown>> | undefined
  >();
});

test('DeepPartial leaves what is not known as it is', () => {
  expectTypeOf<DeepPartial<unknown>>().toBeUnknown();
  expectTypeOf<DeepPartial<(number | null)[]>>().toEqualTypeOf<(number | null)[]>();
});
