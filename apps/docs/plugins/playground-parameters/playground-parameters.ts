import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';
import { parse } from 'yaml';
import type { Parameter } from '../../src/playground/parameter.ts';

/** What the playground offers, in its order. What they mean and where they end is the API document's to say. */
const OFFERED = [
  'temperature',
  'top_p',
  'top_k',
  'min_p',
  'max_tokens',
  'seed',
  'frequency_penalty',
  'presence_penalty',
  'repetition_penalty',
];

interface Property {
  readonly type: string | readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly description: string;
  readonly examples?: readonly number[];
}

/** Hands the playground its parameters, as the API document describes them. One that is not there fails the build. */
export function playgroundParameters({ siteDir }: LoadContext): Plugin {
  const { resolve } = createRequire(join(siteDir, 'package.json'));
  const document = parse(readFileSync(resolve('@hermes4/core/openapi/hermes-4.yaml'), 'utf8')) as {
    readonly components: {
      readonly schemas: {
        readonly ChatCompletionCreateParams: { readonly properties: Record<string, Property> };
      };
    };
  };
  const { properties } = document.components.schemas.ChatCompletionCreateParams;
  const parameters = OFFERED.map((name): Parameter => {
    const property = properties[name];
    if (!property) throw new Error(`The API document has no parameter ${name}.`);
    const { type, minimum, maximum, description, examples } = property;
    return {
      name,
      isInteger: [type].flat().includes('integer'),
      ...(minimum !== undefined && { minimum }),
      ...(maximum !== undefined && { maximum }),
      description,
      ...(examples?.[0] !== undefined && { example: examples[0] }),
    };
  });
  return {
    name: 'playground-parameters',
    contentLoaded: ({ actions }) => actions.setGlobalData(parameters),
  };
}
