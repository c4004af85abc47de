import type { Answer, Operation } from '../../src/schema/field.ts';
import type { NamedOperation } from '../../src/schema/read-operation.ts';

/** A page of the docs, and the data that it shows. */
export interface Page {
  readonly name: string;
  readonly text: string;
  readonly data: Operation;
}

/**
 * The page of an operation: its headings are Markdown, so that the table of contents, search and Markdown twins know them; what
 * stands below them is data that components render on the server.
 */
export function operationPage({ id, operation }: NamedOperation, position: number): Page {
  const name = slugOf(id);
  const { summary, method, path, description, parameters, body, answers, examples } = operation;
  const sections = [
    `<Endpoint operation={operation} />\n\n${escaped(description)}`,
    parameters.length > 0 && '## Parameters\n\n<Fields fields={operation.parameters} />',
    body.length > 0 && '## Body\n\n<Fields fields={operation.body} />',
    examples.length > 0 && method === 'POST' && path.endsWith('completions') && SAMPLES,
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
import { Fields } from '@site/src/schema/view/Fields';
import { Samples } from '@site/src/schema/view/Samples';
import operation from './_data/${name}.json';

${sections.filter(Boolean).join('\n\n')}
`;
  return { name, text, data: operation };
}

const SAMPLES = '## Samples and a try\n\n<Samples operation={operation} />';

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
