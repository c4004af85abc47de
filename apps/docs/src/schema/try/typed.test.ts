import { describe, expect, it } from 'vitest';
import type { Operation, Parameter } from '../field.ts';
import { readTyped, typedOf } from './typed.ts';

const parameter = (name: string, kind: Parameter['kind']): Parameter => ({
  name,
  id: name,
  kind,
  place: 'query',
  type: '',
  isRequired: false,
  facts: [],
  values: [],
  description: '',
  fields: [],
  forms: [],
  again: undefined,
});

const operation: Operation = {
  id: 'x',
  method: 'POST',
  path: '/v1/x',
  server: '',
  needsKey: true,
  summary: '',
  description: '',
  parameters: [
    parameter('text', 'text'),
    parameter('limit', 'whole number'),
    parameter('details', 'yes'),
    parameter('status', 'list'),
  ],
  body: [],
  takesBody: 'always',
  requests: [],
  answers: [],
};

describe('what a reader typed', () => {
  it('is the request that it was made from', () => {
    const values = { text: 'a', limit: 10, details: true, status: ['failed', 'succeeded'] };
    const request = { title: '', values, body: { a: [1] } };
    expect(readTyped(operation, typedOf(operation, request))).toEqual({ request });
  });

  it('leaves out what is empty, and hands on what has another form than it should', () => {
    const fields = { text: ' ', limit: 'many', details: 'perhaps', status: ' a ,, b' };
    expect(readTyped({ ...operation, takesBody: 'never' }, { fields, body: '' })).toEqual({
      request: { title: '', values: { limit: 'many', details: 'perhaps', status: ['a', 'b'] } },
    });
  });

  it('may lack a body only where the operation can do without', () => {
    const typed = { fields: {}, body: ' ' };
    expect(readTyped({ ...operation, takesBody: 'maybe' }, typed)).toEqual({
      request: { title: '', values: {} },
    });
    expect(readTyped(operation, typed)).toEqual({
      fault: 'The body is empty: this operation wants one, as JSON.',
    });
  });

  it('is told where its body is no JSON', () => {
    expect(readTyped(operation, { fields: {}, body: '{"a":}' })).toEqual({
      fault: expect.stringContaining('The body is no JSON: ') as unknown,
    });
  });
});
