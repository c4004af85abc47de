import type { WireChatRequest } from '@hermes4/core/internal';
import { describe, expect, it } from 'vitest';
import { readPromptedSchema } from './prompted-schema.ts';

const schema = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] };

function asking(system: string, more: Partial<WireChatRequest> = {}): WireChatRequest {
  return {
    model: 'nousresearch/hermes-4-405b',
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: 'Where?' },
    ],
    ...more,
  };
}

describe('a schema in the prompt', () => {
  it.each([undefined, { type: 'text' as const }, { type: 'json_object' as const }])(
    'is what the answer follows when response_format is %j',
    (format) => {
      const request = asking(`Answer in JSON.\n<schema>\n${JSON.stringify(schema)}\n</schema>`, {
        ...(format && { response_format: format }),
      });
      expect(readPromptedSchema(request).response_format).toEqual({
        type: 'json_schema',
        json_schema: { name: 'prompted', schema },
      });
    },
  );

  it('gives way to one in the field', () => {
    const request = asking(`<schema>${JSON.stringify(schema)}</schema>`, {
      response_format: { type: 'json_schema', json_schema: { name: 'own', schema: {} } },
    });
    expect(readPromptedSchema(request)).toBe(request);
  });

  it.each(['Answer in JSON.', '<schema>no JSON</schema>', '<schema>[1]</schema>'])(
    'is not found in %j',
    (system) => {
      const request = asking(system);
      expect(readPromptedSchema(request)).toBe(request);
    },
  );
});
