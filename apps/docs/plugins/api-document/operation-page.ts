import type { Answer, Field, Operation } from '../../src/schema/field.ts';
import type { NamedOperation } from '../../src/schema/read-operation.ts';

/** A page of the docs, and the data that it shows. */
export interface Page {
  readonly name: string;
  readonly text: string;
  readonly data: Operation;
}

/**
 * The page of an operation: its headings, one of which each parameter has, are Markdown, so that the table of contents, search and
 * Markdown twins know them; what stands below them is data that components render on the server.
 */
export function operationPage({ id, operation }: NamedOperation, position: number): Page {
  const name = slugOf(id);
  const { summary, method, path, description, parameters, body, answers } = operation;
  const sections = [
    `<Endpoint operation={operation} />\n\n${escaped(description)}`,
    '## Samples and a try\n\n<Samples operation={operation} />',
    ...membersSection('Parameters', 'parameters', parameters),
    ...membersSection('Body', 'body', body),
    '## Answers',
    ...answers.map((answer, index) => answerSection(answer, index)),
  ];
  const text = `---
title: ${JSON.stringify(summary)}
description: ${JSON.stringify(`${method} ${path}: parameters, bounds, answers and errors.`)}
slug: /api/${name}
sidebar_position: ${position}
---

import { Answer } from '@site/src/schema/view/Answer';
import { Endpoint } from '@site/src/schema/view/Endpoint';
import { Member } from '@site/src/schema/view/Fields';
import { Samples } from '@site/src/schema/view/Samples';
import operation from './_data/${name}.json';

${sections.join('\n\n')}
`;
  return { name, text, data: operation };
}

/** A section with a heading for each member, at which a link and search lead to it. */
function membersSection(
  title: string,
  list: 'parameters' | 'body',
  members: readonly Field[],
): string[] {
  if (members.length === 0) return [];
  const told = members.map(
    ({ name, id }, index) =>
      `### \`${name}\` {/* #${id} */}\n\n<Member field={operation.${list}[${index}]} />`,
  );
  return [`## ${title}`, ...told];
}

function answerSection({ status, description }: Answer, index: number): string {
  const title = status === 'default' ? 'Any other status' : status;
  return `### ${title} {/* #status-${status} */}\n\n${escaped(description)}\n\n<Answer answer={operation.answers[${index}]} />`;
}

/** `createChatCompletion` is at `/api/create-chat-completion`. */
export function slugOf(id: string): string {
  return id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Text of the document in a page of MDX: braces and angles outside of code are text. */
function escaped(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replace(/[{}<]/g, '\\$&')))
    .join('');
}
