import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { hostProfiles } from '@hermes4/core';
import { describe, expect, it } from 'vitest';
import type { CallWarning } from '../answer/parts.ts';
import { clientCall, type ModelFacts } from './call-params.ts';

const prompt = [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'Hi' }] }];
const facts: ModelFacts = { modelId: 'm', host: hostProfiles.vllm };

describe('a call', () => {
  it('passes on every setting of the SDK', () => {
    const { params, warnings } = read({
      maxOutputTokens: 100,
      temperature: 0.6,
      topP: 0.95,
      topK: 20,
      seed: 7,
      stopSequences: ['END'],
      frequencyPenalty: 0.1,
      presencePenalty: 0.2,
    });
    expect(params).toMatchObject({
      model: 'm',
      max_tokens: 100,
      temperature: 0.6,
      top_p: 0.95,
      top_k: 20,
      seed: 7,
      stop: ['END'],
      frequency_penalty: 0.1,
      presence_penalty: 0.2,
    });
    expect(warnings).toEqual([]);
  });

  it('passes on tools, without the dialect of their schema', () => {
    const { params, warnings } = read({
      tools: [
        {
          type: 'function',
          name: 'look',
          description: 'Looks',
          inputSchema: { $schema: 'http://json-schema.org/draft-07/schema#', type: 'object' },
          strict: true,
        },
      ],
      toolChoice: { type: 'tool', toolName: 'look' },
    });
    expect(params.tools).toEqual([
      {
        type: 'function',
        function: {
          name: 'look',
          description: 'Looks',
          parameters: { type: 'object' },
          strict: true,
        },
      },
    ]);
    expect(params.tool_choice).toEqual({ type: 'function', function: { name: 'look' } });
    expect(warnings).toEqual([]);
  });

  it('warns of what hosts do not have', () => {
    const { params, warnings } = read({
      tools: [
        { type: 'provider', id: 'other.search', name: 'search', args: {} },
        {
          type: 'function',
          name: 'look',
          inputSchema: { type: 'object' },
          inputExamples: [{ input: {} }],
        },
      ],
    });
    expect(params.tools).toHaveLength(1);
    expect(warnings).toMatchObject([
      { type: 'unsupported', feature: 'provider tool other.search' },
      { type: 'unsupported', feature: 'examples of the tool look' },
    ]);
  });

  it('leaves the choice of a tool out when there is none', () => {
    expect(read({ tools: [], toolChoice: { type: 'auto' } }).params).not.toHaveProperty(
      'tool_choice',
    );
  });

  it('asks for a schema with its name and description', () => {
    const { form } = read({
      responseFormat: {
        type: 'json',
        name: 'city',
        description: 'A city',
        schema: { type: 'object' },
      },
    });
    expect(form).toEqual({
      kind: 'schema',
      format: {
        type: 'json_schema',
        json_schema: { name: 'city', description: 'A city', schema: { type: 'object' } },
      },
    });
  });

  it('asks for any JSON, where the host can', () => {
    const asked = { responseFormat: { type: 'json' as const } };
    expect(read(asked).form).toEqual({ kind: 'json', format: { type: 'json_object' } });
    const { form, warnings } = read(asked, { ...facts, host: hostProfiles.nous });
    expect(form).toEqual({ kind: 'json', format: undefined });
    expect(warnings).toMatchObject([{ type: 'unsupported', feature: 'responseFormat' }]);
  });

  it.each<[string, Partial<LanguageModelV4CallOptions>, ModelFacts['reasoning'], unknown]>([
    ['the model says', {}, true, true],
    ['the call says', { reasoning: 'none' }, true, false],
    [
      'the call says, within limits',
      { reasoning: 'high' },
      { keep: true },
      { keep: true, enabled: true },
    ],
    [
      'providerOptions say',
      { reasoning: 'none', providerOptions: { hermes4: { reasoning: true } } },
      undefined,
      true,
    ],
    ['nobody says', { reasoning: 'provider-default' }, undefined, undefined],
  ])('thinks as %s', (_who, options, reasoning, expected) => {
    expect(read(options, { ...facts, reasoning }).params.reasoning).toEqual(expected);
  });

  it('says that thinking has no degrees', () => {
    expect(read({ reasoning: 'low' }).warnings).toMatchObject([
      { type: 'compatibility', feature: 'reasoning' },
    ]);
  });

  it('passes on what the SDK has no name for', () => {
    const { params, request } = read({
      headers: { a: 'b', c: undefined },
      providerOptions: {
        hermes4: { min_p: 0.1, toolMode: 'prompt', timeout: 5, clientRequestId: 'mine' },
        other: { min_p: 0.2 },
      },
    });
    expect(params).toMatchObject({ min_p: 0.1 });
    expect(request).toEqual({
      toolMode: 'prompt',
      timeout: 5,
      clientRequestId: 'mine',
      headers: { a: 'b' },
      signal: undefined,
    });
  });

  it.each([{ toolMode: 'sometimes' }, { reasoning: 'much' }])(
    'refuses %o with words',
    (hermes4) => {
      expect(() => read({ providerOptions: { hermes4 } })).toThrow(
        /^providerOptions\.hermes4\.\w+ cannot be used: expected /,
      );
    },
  );
});

function read(options: Partial<LanguageModelV4CallOptions>, model = facts) {
  const warnings: CallWarning[] = [];
  const call = clientCall({ prompt, ...options }, model, (warning) => warnings.push(warning));
  return { ...call, warnings };
}
