import { expect, test } from 'vitest';
import type { ChatCompletionMessageToolCall } from '../model/chat-completion.ts';
import type { Tool } from '../model/tool.ts';
import { prepareCall } from './prepare-call.ts';

const echo = {
  type: 'function',
  function: { name: 'echo', parameters: {} },
  runnable: { schema: {}, needsApproval: () => false, run: (args: unknown) => args },
} as Tool;

const recovered = Object.defineProperty(
  { id: 'c', type: 'function' as const, function: { name: 'echo', arguments: '{"a":1}' } },
  '_origin',
  { value: 'recovered' },
);

async function outcomeOf(
  call: ChatCompletionMessageToolCall,
  allowRecovered?: boolean,
): Promise<string> {
  const read = (_: Tool, json: string): Promise<{ value: unknown }> =>
    Promise.resolve({ value: JSON.parse(json) as unknown });
  const prepared = await prepareCall(call, [echo], read, { allowRecovered });
  const { outcome, content } = await prepared.run(new AbortController().signal);
  return `${outcome} ${content}`;
}

test('a recovered call runs only where that is allowed', async () => {
  expect(await outcomeOf(recovered)).toMatch(/^invalid .*did not run/);
  expect(await outcomeOf(recovered, false)).toMatch(/^invalid/);
  expect(await outcomeOf(recovered, true)).toBe('ok {"a":1}');
  expect(await outcomeOf({ ...recovered })).toBe('ok {"a":1}');
});

test('a call of a custom tool is a call of no tool of ours', async () => {
  const custom = { id: 'c', type: 'custom' as const, custom: { name: 'echo', input: 'hi' } };
  expect(await outcomeOf(custom)).toMatch(/^invalid .*The tools are: echo/);
});
