import type { OpenApi } from '../../src/schema/open-api.ts';
import type { NamedOperation } from '../../src/schema/read-operation.ts';
import { slugOf } from './operation-page.ts';

/** The page that lists every operation, by what they are about. */
export function overviewPage(
  { tags, servers }: OpenApi,
  operations: readonly NamedOperation[],
): string {
  const groups = tags.map(({ name, description }) => {
    const rows = operations
      .filter(({ tag }) => tag === name)
      .map(
        ({ id, operation: { method, path, summary } }) =>
          `| [${summary}](./${slugOf(id)}.mdx) | \`${method} ${path}\` |`,
      );
    return `## ${name}\n\n${description}\n\n| operation | where |\n| --- | --- |\n${rows.join('\n')}`;
  });
  return `---
title: API schema
description: Every operation of the API, with its parameters, bounds, answers and errors.
slug: /api
sidebar_position: 0
---

The hosted API is at \`${servers[0]?.url ?? ''}\`, and wants a key as \`Authorization: Bearer …\`. These pages are made from one OpenAPI document,
\`@hermes4/core/openapi/hermes-4.yaml\`, from which types and checks are made as well. Every parameter has a link of its own. Other hosts of
the model differ: [how](../guides/hosts.md).

${groups.join('\n\n')}
`;
}
