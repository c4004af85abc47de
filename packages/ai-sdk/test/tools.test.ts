import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fakeHost, streamed, whole } from './fake-host.ts';
import { modelOf, sdks } from './sdks.ts';

const call = {
  id: 'call-a',
  type: 'function',
  function: { name: 'weather', arguments: '{"city":"Lisbon"}' },
};
const inline = '<tool_call>\n{"name": "weather", "arguments": {"city": "Lisbon"}}\n</tool_call>';
const python = "<tool_call>\n{'name': 'weather', 'arguments': {'city': 'Lisbon'}}\n</tool_call>";

describe.each(sdks)('tools of $name', (sdk) => {
  const { generateText, streamText, stepCountIs } = sdk.ai;
  const prompt = 'What is the weather in Lisbon?';

  function weather(ran: unknown[] = []) {
    return sdk.ai.tool({
      description: 'The weather in a city, now',
      inputSchema: z.object({ city: z.string() }),
      execute: (input) => {
        ran.push(input);
        return Promise.resolve(`Sunny in ${input.city}`);
      },
    });
  }

  it('run, and their results are told to the model', async () => {
    const { fetch, sent } = fakeHost(
      whole({ content: null, tool_calls: [call] }, 'tool_calls'),
      whole({ content: 'Sunny.' }),
    );
    const result = await generateText({
      model: modelOf(sdk, { fetch }),
      prompt,
      tools: { weather: weather() },
      stopWhen: stepCountIs(3),
    });
    expect(result.text).toBe('Sunny.');
    expect(result.steps.map(({ finishReason }) => finishReason)).toEqual(['tool-calls', 'stop']);
    expect(sent[0]?.body).toMatchObject({
      tools: [{ type: 'function', function: { name: 'weather' } }],
      tool_choice: 'auto',
    });
    expect(sent[1]?.body['messages']).toEqual([
      { role: 'user', content: prompt },
      { role: 'assistant', tool_calls: [call] },
      { role: 'tool', tool_call_id: 'call-a', name: 'weather', content: 'Sunny in Lisbon' },
    ]);
  });

  it('run in a stream whose calls arrive in pieces', async () => {
    const { id, type } = call;
    const { fetch } = fakeHost(
      streamed(
        [
          { tool_calls: [{ index: 0, id, type, function: { name: 'weather', arguments: '' } }] },
          { tool_calls: [{ index: 0, function: { arguments: '{"city":' } }] },
          { tool_calls: [{ index: 0, function: { arguments: '"Lisbon"}' } }] },
        ],
        'tool_calls',
      ),
      streamed([{ content: 'Sunny.' }]),
    );
    const ran: unknown[] = [];
    const model = modelOf(sdk, { fetch });
    const result = streamText({
      model,
      prompt,
      tools: { weather: weather(ran) },
      stopWhen: stepCountIs(3),
    });
    const types: string[] = [];
    for await (const { type: part } of result.fullStream) types.push(part);
    expect(types.slice(2, 8)).toEqual([
      'tool-input-start',
      'tool-input-delta',
      'tool-input-delta',
      'tool-input-end',
      'tool-call',
      'tool-result',
    ]);
    expect(ran).toEqual([{ city: 'Lisbon' }]);
    expect(await result.text).toBe('Sunny.');
  });

  it.each([
    ['whole', whole({ content: inline }), whole({ content: 'Sunny.' })],
    ['streamed', streamed([{ content: inline }]), streamed([{ content: 'Sunny.' }])],
  ])('run on hosts that know of none (%s)', async (how, ...answers) => {
    const { fetch, sent } = fakeHost(...answers);
    const ran: unknown[] = [];
    const options = {
      model: modelOf(sdk, { fetch, host: 'aimlapi' }),
      prompt,
      tools: { weather: weather(ran) },
      stopWhen: stepCountIs(3),
    };
    const text =
      how === 'whole' ? (await generateText(options)).text : await streamText(options).text;
    expect(text).toBe('Sunny.');
    expect(ran).toEqual([{ city: 'Lisbon' }]);
    expect(sent[0]?.body['tools']).toBeUndefined();
    expect(JSON.stringify(sent[1]?.body['messages'])).toContain('<tool_response>');
  });

  it.each([
    ['whole', whole({ content: python }), whole({ content: 'Sorry.' })],
    ['streamed', streamed([{ content: python }]), streamed([{ content: 'Sorry.' }])],
  ])('do not run on calls that had to be mended (%s)', async (how, ...answers) => {
    const { fetch, sent } = fakeHost(...answers);
    const ran: unknown[] = [];
    const options = {
      model: modelOf(sdk, { fetch }),
      prompt,
      tools: { weather: weather(ran) },
      stopWhen: stepCountIs(3),
    };
    const { steps } =
      how === 'whole' ? await generateText(options) : { steps: await streamText(options).steps };
    expect(ran).toEqual([]);
    expect(steps[0]?.toolCalls[0]).toMatchObject({ toolName: 'weather', invalid: true });
    const messages = sent[1]?.body['messages'] as { role: string; content?: string }[];
    expect(messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'tool']);
    expect(messages[2]?.content).toContain('did not write it as JSON');
  });

  it('do not run on arguments that are no JSON, and the model is shown JSON', async () => {
    const broken = { ...call, function: { name: 'weather', arguments: '{"city": "Lis' } };
    const { fetch, sent } = fakeHost(
      whole({ content: null, tool_calls: [broken] }, 'length'),
      whole({ content: 'Sorry.' }),
    );
    const ran: unknown[] = [];
    await generateText({
      model: modelOf(sdk, { fetch }),
      prompt,
      tools: { weather: weather(ran) },
      stopWhen: stepCountIs(3),
    });
    expect(ran).toEqual([]);
    const [, assistant] = sent[1]?.body['messages'] as { tool_calls: (typeof call)[] }[];
    const shown = assistant?.tool_calls[0]?.function.arguments ?? '';
    expect(() => JSON.parse(shown) as unknown).not.toThrow();
  });

  it('tell the model of their failures', async () => {
    const { fetch, sent } = fakeHost(
      whole({ content: null, tool_calls: [call] }, 'tool_calls'),
      whole({ content: 'No weather today.' }),
    );
    const failing = sdk.ai.tool({
      inputSchema: z.object({ city: z.string() }),
      execute: (): Promise<string> => Promise.reject(new Error('Too cloudy to tell')),
    });
    await generateText({
      model: modelOf(sdk, { fetch }),
      prompt,
      tools: { weather: failing },
      stopWhen: stepCountIs(3),
    });
    expect(sent[1]?.body['messages']).toContainEqual({
      role: 'tool',
      tool_call_id: 'call-a',
      name: 'weather',
      content: expect.stringMatching(/^\{"error":".*Too cloudy to tell"\}$/) as string,
    });
  });
});

describe.each(sdks.filter(({ name }) => name !== 'ai@5'))('approval of $name', (sdk) => {
  it.each([
    [true, 'Sunny in Lisbon'],
    [false, '{"error":"Not today"}'],
  ])('of a call (%s) decides what the model is told', async (approved, told) => {
    const { fetch, sent } = fakeHost(
      whole({ content: null, tool_calls: [call] }, 'tool_calls'),
      whole({ content: 'Done.' }),
    );
    const options = {
      model: modelOf(sdk, { fetch }),
      tools: {
        weather: sdk.ai.tool({
          inputSchema: z.object({ city: z.string() }),
          needsApproval: true,
          execute: ({ city }) => Promise.resolve(`Sunny in ${city}`),
        }),
      },
    };
    const asked = { role: 'user' as const, content: 'What is the weather in Lisbon?' };
    const first = await sdk.ai.generateText({ ...options, messages: [asked] });
    const request = first.content.find(({ type }) => type === 'tool-approval-request');
    const approvalId = (request as { approvalId: string }).approvalId;
    const reason = approved ? {} : { reason: 'Not today' };
    const response = { type: 'tool-approval-response' as const, approvalId, approved, ...reason };
    const { text } = await sdk.ai.generateText({
      ...options,
      messages: [asked, ...first.response.messages, { role: 'tool', content: [response] }],
    });
    expect(text).toBe('Done.');
    expect(sent[1]?.body['messages']).toContainEqual({
      role: 'tool',
      tool_call_id: 'call-a',
      name: 'weather',
      content: told,
    });
  });
});
