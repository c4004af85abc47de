import { describe, expect, it } from 'vitest';
import { loadDocument } from '../../../plugins/api-document/load-document.ts';
import type { Operation } from '../field.ts';
import { readOperations } from '../read-operation.ts';
import { findFault } from './find-fault.ts';

const path = new URL('../../../../../packages/core/openapi/hermes-4.yaml', import.meta.url)
  .pathname;
const { document, resolve } = await loadDocument(path);
const operations = readOperations(document, resolve);

function operationOf(id: string): Operation {
  const found = operations.find((one) => one.id === id);
  if (!found) throw new Error(`The API document has no operation ${id}.`);
  return found.operation;
}

describe('a request that is to be tried', () => {
  it.each(
    operations.flatMap(({ id, operation }) =>
      operation.requests.map((request) => [id, request.title, operation, request] as const),
    ),
  )('is found good where it is a sample: %s, %s', async (_, __, operation, request) => {
    expect(await findFault(operation, request)).toBeUndefined();
  });

  it.each([
    [
      'createChatCompletion',
      { body: { messages: [{ role: 'user', content: 'Hi' }], top_p: 0 } },
      'top_p',
    ],
    ['createChatCompletion', { body: { messages: 'Hi', stream: true } }, 'messages'],
    ['listLogs', {}, 'period'],
    ['listLogs', { values: { period: '7d', limit: 'many' } }, 'limit'],
    ['listModels', { values: { include: ['price'] } }, 'include'],
    ['deleteKey', { values: { prefix: 'a-whole-key-much-too-long' } }, 'prefix'],
    ['createKey', { body: { limit: 5 } }, 'limit'],
  ])('is refused in the client’s words: %s %j', async (id, given, named) => {
    const fault = await findFault(operationOf(id), { title: '', values: {}, ...given });
    expect(fault).toContain(named);
    expect(fault).not.toContain('much-too-long');
  });
});
