import { parse } from 'yaml';

interface Property {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
  readonly description?: string;
}

interface Document {
  readonly components: {
    readonly schemas: {
      readonly ChatCompletionCreateParams: {
        readonly required: readonly string[];
        readonly properties: Readonly<Record<string, Property>>;
      };
    };
  };
}

const HEADER = `---
title: API schema
description: Every parameter of a chat completion, with its bounds, from the API document.
slug: /api
---

\`POST /v1/chat/completions\` at \`https://api.aimlapi.com\`, with the key as \`Authorization: Bearer …\`. The whole API is described by one
OpenAPI document, \`@hermes4/core/openapi/hermes-4.yaml\`, from which types, checks and this page are made.

## Parameters
`;

/** Each parameter of a chat completion under a heading of its own, so that it can be linked to and found. */
export function apiPage(yaml: string): string {
  const document = parse(yaml) as Document;
  const { required, properties } = document.components.schemas.ChatCompletionCreateParams;
  const parameters = Object.entries(properties).map(([name, property]) => {
    const facts = [...factsOf(property), required.includes(name) ? 'required' : 'optional'];
    return `### \`${name}\` {#${name}}\n\n_${facts.join(', ')}_\n\n${property.description ?? ''}\n`;
  });
  return [HEADER, ...parameters].join('\n');
}

function factsOf({ type, enum: values, minimum, maximum, default: preset }: Property): string[] {
  return [
    ...(type === undefined ? [] : [[type].flat().join(' or ')]),
    ...(values === undefined ? [] : [`one of ${values.map(String).join(', ')}`]),
    ...(minimum === undefined ? [] : [`at least ${minimum}`]),
    ...(maximum === undefined ? [] : [`at most ${maximum}`]),
    ...(preset === undefined ? [] : [`${JSON.stringify(preset)} unless given`]),
  ];
}
