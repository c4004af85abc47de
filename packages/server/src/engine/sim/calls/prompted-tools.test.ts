import { describe, expect, it } from 'vitest';
import { say, user } from '../../../../test/sim.ts';
import { taggedIn } from './tagged.ts';

const weather = {
  type: 'function',
  function: {
    name: 'get_weather',
    description: 'Get the weather',
    parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  },
};
const clock = { type: 'function', function: { name: 'read_clock', description: 'Read the clock' } };
const LINES = `${JSON.stringify(weather)}\n${JSON.stringify(clock)}`;

describe('tools that are told of in the prompt', () => {
  it.each([
    [
      'one a line',
      `You may call functions within <tools></tools> tags:\n<tools>\n${LINES}\n</tools>`,
    ],
    ['in a list', `Here are the tools: <tools> ${JSON.stringify([weather, clock])} </tools>`],
  ])('are called as those in fields: %s', (_, content) => {
    const system = { role: 'system' as const, content };
    expect(say({ messages: [system, user('weather in Paris')] })).toBe(
      '<tool_call>\n{"name": "get_weather", "arguments": {"city": "Paris"}}\n</tool_call>',
    );
    expect(say({ messages: [system, user('read the clock')] })).toContain('"read_clock"');
    expect(say({ messages: [system, user('Hello')] })).not.toContain('<tool_call>');
  });

  it.each([
    'Call at least one function now.',
    'Call the function read_clock now.',
    'Call the tool read_clock now.',
  ])('are called when the prompt says so: %s', (words) => {
    const system = {
      role: 'system' as const,
      content: `<tools>${JSON.stringify(clock)}</tools>\n${words}`,
    };
    expect(say({ messages: [system, user('Hello')] })).toContain('"read_clock"');
  });

  it('answer in tags, which are quoted without them, and are not called again', () => {
    const system = {
      role: 'system' as const,
      content: `<tools>\n${LINES}\n</tools>\nCall at least one function now.`,
    };
    const call =
      '<tool_call>\n{"name": "get_weather", "arguments": {"city": "Paris"}}\n</tool_call>';
    const response =
      '<tool_response>\n{"name": "get_weather", "content": "sunny"}\n</tool_response>';
    const messages = [
      { ...system, content: system.content.replace(/\nCall.*/, '') },
      user('weather in Paris'),
      { role: 'assistant' as const, content: call },
      { role: 'tool' as const, tool_call_id: 'c1', content: response },
    ];
    const answer = say({ messages });
    expect(answer).toMatch(/get_weather.*“sunny”/);
    expect(answer).not.toContain('<tool');
    expect(say({ messages: [system, ...messages.slice(1)] })).toMatch(/"read_clock"/);
  });

  it('are no instructions to repeat', () => {
    const content = `<tools>\n${LINES}\n</tools>\n\nBe brief.`;
    const answer = say({ messages: [{ role: 'system', content }, user('Hello')] });
    expect(answer).toContain('“Be brief.”');
    expect(answer).not.toContain('get_weather');
  });

  it('are not there when what stands in the tags is something else', () => {
    for (const inner of ['', 'none', '[1, 2]', '{"function": 5}', '{"function": {"name": 5}}']) {
      const system = { role: 'system' as const, content: `<tools>${inner}</tools>` };
      expect(say({ messages: [system, user('weather in Paris')] })).toContain('local simulator');
    }
  });
});

describe('what stands in tags', () => {
  it('is what stands between each end and the nearest beginning before it', () => {
    expect(taggedIn('a <t></t> b <t> one </t><t>two</t> <t>open', 't')).toEqual(['one', 'two']);
    expect(taggedIn('<t><t>inner</t></t>', 't')).toEqual(['inner']);
  });

  it('is found in a long text without going back', () => {
    expect(taggedIn('</t>'.repeat(200_000), 't')).toEqual([]);
  });
});
