import { type Tool, tool } from '@hermes4/core';

/** A tool that runs in the page, and as what it is written in the code that the playground shows. */
export interface PageTool {
  readonly name: string;
  readonly description: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly run: (args: Readonly<Record<string, unknown>>) => unknown;
  /** What the function returns, as an expression over `args` in each language that runs tools. */
  readonly expression: { readonly javascript: string; readonly python: string };
}

const CLEAR = { sky: 'clear', celsius: 21 };

/** The tools that can be switched on. They touch nothing outside of the page. */
export const PAGE_TOOLS: readonly PageTool[] = [
  {
    name: 'weather',
    description: 'The weather in a city, now',
    parameters: {
      type: 'object',
      properties: { city: { type: 'string', description: 'The name of the city' } },
      required: ['city'],
    },
    run: ({ city }) => ({ city, ...CLEAR }),
    expression: {
      javascript: "{ city: args.city, sky: 'clear', celsius: 21 }",
      python: '{"city": args["city"], "sky": "clear", "celsius": 21}',
    },
  },
  {
    name: 'add',
    description: 'The sum of two numbers',
    parameters: {
      type: 'object',
      properties: { a: { type: 'number' }, b: { type: 'number' } },
      required: ['a', 'b'],
    },
    run: ({ a, b }) => Number(a) + Number(b),
    expression: { javascript: 'args.a + args.b', python: 'args["a"] + args["b"]' },
  },
];

/** The tools that are on, as the client runs them. */
export function toolsNamed(names: readonly string[]): Tool[] {
  return PAGE_TOOLS.filter(({ name }) => names.includes(name)).map(
    ({ name, description, parameters, run }) =>
      tool({
        name,
        description,
        parameters,
        run: (args) => run(args),
      }) as Tool,
  );
}
