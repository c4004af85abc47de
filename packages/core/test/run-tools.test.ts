import { getEventListeners } from 'node:events';
import { type } from 'arktype';
import { expect, test } from 'vitest';
import { z } from 'zod';
import {
  createHermes,
  type Fetch,
  type RunToolsOptions,
  type RunToolsParams,
  type Tool,
  type ToolRunner,
  tool,
} from '../src/index.ts';

type Call = [name: string, json: string];
interface Sent {
  messages: { role: string; content: string; tool_call_id?: string; tool_calls?: unknown[] }[];
  tools: unknown[];
  tool_choice?: unknown;
}

const weather = tool({
  name: 'weather',
  description: 'The weather in a city',
  parameters: z.object({ city: z.string() }),
  run: ({ city }) => ({ city, sky: 'clear' }),
});

/** Runs against a model whose turns are these: a text, or calls. */
function start(
  turns: readonly (string | readonly Call[])[],
  params: Partial<RunToolsParams> & { tools: readonly Tool[] },
  options: RunToolsOptions = {},
): { run: ToolRunner; sent: Sent[] } {
  const sent: Sent[] = [];
  const fetch: Fetch = (_, init) => {
    const turn = turns[Math.min(sent.length, turns.length - 1)] ?? '';
    sent.push(JSON.parse(init?.body as string) as Sent);
    const delta =
      typeof turn === 'string'
        ? { content: turn }
        : {
            tool_calls: turn.map(([name, json], index) => ({
              index,
              id: `call-${sent.length}-${index}`,
              type: 'function',
              function: { name, arguments: json },
            })),
          };
    const finish_reason = typeof turn === 'string' ? 'stop' : 'tool_calls';
    const chunk = {
      id: `gen-${sent.length}`,
      object: 'chat.completion.chunk',
      created: 1,
      model: 'm',
    };
    const event = { ...chunk, choices: [{ index: 0, delta, finish_reason }] };
    return Promise.resolve(new Response(`data: ${JSON.stringify(event)}\n\ndata: [DONE]\n\n`));
  };
  const client = createHermes({ apiKey: 'test-key', host: 'vllm', fetch });
  const messages = [{ role: 'user' as const, content: 'What is the weather in Faro?' }];
  return { run: client.chat.completions.runTools({ messages, ...params }, options), sent };
}

function resultsIn({ messages }: { messages: Sent['messages'] } = { messages: [] }): string[] {
  return messages.filter(({ role }) => role === 'tool').map(({ content }) => content);
}

const faro: Call = ['weather', '{"city":"Faro"}'];

test('tools are run and their results told, until the model calls none', async () => {
  const { run, sent } = start([[faro], 'Clear.'], { tools: [weather] });
  const completion = await run.finalCompletion();
  expect(completion.choices[0]?.message.content).toBe('Clear.');
  expect(sent).toHaveLength(2);
  expect(sent[0]?.tools).toEqual([
    {
      type: 'function',
      function: {
        name: 'weather',
        description: 'The weather in a city',
        parameters: {
          type: 'object',
          properties: { city: { type: 'string' } },
          required: ['city'],
        },
      },
    },
  ]);
  expect(sent[1]?.messages.slice(1)).toMatchObject([
    { role: 'assistant', tool_calls: [{ id: 'call-1-0' }] },
    { role: 'tool', tool_call_id: 'call-1-0', content: '{"city":"Faro","sky":"clear"}' },
  ]);
  expect(run.messages().map(({ role }) => role)).toEqual([
    'user',
    'assistant',
    'tool',
    'assistant',
  ]);
});

test('events tell what happens, in order', async () => {
  const { run } = start([[faro], 'Clear.'], { tools: [weather] });
  const events: unknown[] = [];
  for await (const event of run) {
    events.push(event.type === 'part' ? event.part.type : event.type);
    if (event.type === 'tool-call')
      expect(event).toMatchObject({ turn: 1, args: { city: 'Faro' } });
    if (event.type === 'tool-result') {
      expect(event).toMatchObject({ outcome: 'ok', result: { city: 'Faro', sky: 'clear' } });
    }
  }
  expect(events).toEqual([
    'turn-start',
    'tool-call-delta',
    'finish',
    'tool-call',
    'tool-result',
    'turn-end',
    'turn-start',
    'text-delta',
    'finish',
    'turn-end',
  ]);
  expect((await run.finalCompletion()).id).toBe('gen-2');
});

test('events that nobody has read stay readable after finalCompletion()', async () => {
  const { run, sent } = start([[faro], 'Clear.'], { tools: [weather] });
  await run.finalCompletion();
  let count = 0;
  for await (const _ of run) count += 1;
  expect([count, sent.length]).toEqual([10, 2]);
});

test('calls of one turn run side by side', async () => {
  let running = 0;
  let most = 0;
  const slow = tool({
    name: 'slow',
    parameters: type({ n: 'number' }),
    run: async ({ n }) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      return n;
    },
  });
  const { run, sent } = start(
    [
      [
        ['slow', '{"n":1}'],
        ['slow', '{"n":2}'],
      ],
      'Done.',
    ],
    { tools: [slow] },
  );
  await run.finalCompletion();
  expect(most).toBe(2);
  expect(resultsIn(sent[1])).toEqual(['1', '2']);
});

test('what a tool throws is told to the model, the message only', async () => {
  const broken = tool({
    name: 'broken',
    parameters: { type: 'object' },
    run: () => {
      throw new RangeError('No such city');
    },
  });
  const { run, sent } = start([[['broken', '']], 'Sorry.'], { tools: [broken] });
  await run.finalCompletion();
  expect(resultsIn(sent[1])).toEqual(['{"error":"No such city"}']);
});

test('arguments that do not fit, broken JSON and unknown tools are told to the model and not run', async () => {
  let ran = 0;
  const counted = tool({
    name: 'weather',
    parameters: z.object({ city: z.string() }),
    run: () => (ran += 1),
  });
  const calls: Call[] = [
    ['weather', '{"city":1}'],
    ['weather', '{"city":'],
    ['wether', '{}'],
  ];
  const { run, sent } = start([calls, 'Sorry.'], { tools: [counted] });
  await run.finalCompletion();
  expect(ran).toBe(0);
  const [misfit, broken, unknown] = resultsIn(sent[1]);
  expect(misfit).toContain('city: ');
  expect(broken).toContain('SyntaxError');
  expect(unknown).toContain('The tools are: weather.');
});

test('broken arguments are replayed as JSON, because hosts parse them', async () => {
  const { run, sent } = start([[['weather', '{"city":']], 'Sorry.'], { tools: [weather] });
  await run.finalCompletion();
  expect(sent[1]?.messages[1]?.tool_calls).toMatchObject([
    { function: { arguments: '{"invalid_json":"{\\"city\\":"}' } },
  ]);
});

test('a model whose calls stay invalid is not asked for ever', async () => {
  const { run, sent } = start([[['weather', '{}']]], { tools: [weather], maxReasks: 1 });
  await expect(run.finalCompletion()).rejects.toMatchObject({
    code: 'invalid_output',
    message: expect.stringContaining('city') as string,
  });
  expect(sent).toHaveLength(2);
});

test('plain JSON Schema checks arguments too', async () => {
  const plain = tool({
    name: 'weather',
    parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
    run: (args) => args['city'],
  });
  const { run, sent } = start([[['weather', '{}'], faro], 'Done.'], { tools: [plain] });
  await run.finalCompletion();
  const [missing, found] = resultsIn(sent[1]);
  expect(missing).toContain('city: expected a string');
  expect(found).toBe('Faro');
});

test('the limit on turns leaves a conversation that can be gone on with', async () => {
  const { run, sent } = start([[faro]], { tools: [weather], maxTurns: 3 });
  await expect(run.finalCompletion()).rejects.toMatchObject({
    code: 'too_many_turns',
    partial: { id: 'gen-3' },
  });
  expect(sent).toHaveLength(3);
  expect(
    run
      .messages()
      .map(({ role }) => role)
      .slice(-2),
  ).toEqual(['assistant', 'tool']);
});

test('a call that needs approval runs only when it is approved', async () => {
  const ran: string[] = [];
  const guarded = tool({
    name: 'weather',
    parameters: z.object({ city: z.string() }),
    needsApproval: ({ city }) => city !== 'Faro',
    run: ({ city }) => {
      ran.push(city);
      return 'clear';
    },
  });
  const asked: unknown[] = [];
  const calls: Call[] = [faro, ['weather', '{"city":"Lagos"}'], ['weather', '{"city":"Porto"}']];
  const { run, sent } = start(
    [calls, 'Done.'],
    { tools: [guarded] },
    {
      approve: ({ args }) => {
        asked.push(args);
        return (args as { city: string }).city === 'Porto';
      },
    },
  );
  await run.finalCompletion();
  expect(asked).toEqual([{ city: 'Lagos' }, { city: 'Porto' }]);
  expect(ran).toEqual(['Faro', 'Porto']);
  expect(resultsIn(sent[1])[1]).toContain('did not approve');
});

test('a tool that needs approval without anybody to give it is a mistake', async () => {
  const guarded = tool({
    name: 'weather',
    parameters: z.object({ city: z.string() }),
    needsApproval: true,
    run: () => 'clear',
  });
  const { run } = start([[faro]], { tools: [guarded] });
  await expect(run.finalCompletion()).rejects.toMatchObject({
    code: 'invalid_options',
    path: 'approve',
  });
});

test('a choice that forces a call holds for the first turn', async () => {
  const { run, sent } = start([[faro], 'Clear.'], { tools: [weather], tool_choice: 'required' });
  await run.finalCompletion();
  expect(sent.map(({ tool_choice }) => tool_choice)).toEqual(['required', undefined]);
});

test('onToolCall hears of each call before it runs', async () => {
  const order: string[] = [];
  const noted = tool({
    name: 'weather',
    parameters: z.object({ city: z.string() }),
    run: (_, { toolCallId }) => void order.push(`run ${toolCallId}`),
  });
  const onToolCall: RunToolsOptions['onToolCall'] = ({ toolCallId }) =>
    order.push(`call ${toolCallId}`);
  await start([[faro], 'Clear.'], { tools: [noted] }, { onToolCall }).run.finalCompletion();
  expect(order).toEqual(['call call-1-0', 'run call-1-0']);
});

test('the signal stops a tool that waits, and the run, with its own reason', async () => {
  const controller = new AbortController();
  const reason = new Error('the user went away');
  let heard: unknown;
  const endless = tool({
    name: 'weather',
    parameters: z.object({ city: z.string() }),
    run: (_, { signal }) => {
      signal.addEventListener('abort', () => {
        heard = signal.reason;
      });
      setImmediate(() => controller.abort(reason));
      return new Promise<never>(() => undefined);
    },
  });
  const { run, sent } = start([[faro]], { tools: [endless] }, { signal: controller.signal });
  await expect(run.finalCompletion()).rejects.toBe(reason);
  expect(heard).toBe(reason);
  expect(sent).toHaveLength(1);
  expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
});

test('leaving the loop stops the run and tells the tools', async () => {
  let stopped = false;
  const endless = tool({
    name: 'weather',
    parameters: z.object({ city: z.string() }),
    run: ({ city }, { signal }) => {
      if (city === 'Faro') return 'clear';
      signal.addEventListener('abort', () => (stopped = true));
      return new Promise<never>(() => undefined);
    },
  });
  const { signal } = new AbortController();
  const calls: Call[] = [faro, ['weather', '{"city":"Lagos"}']];
  const { run, sent } = start([calls], { tools: [endless] }, { signal });
  for await (const event of run) if (event.type === 'tool-result') break;
  expect([stopped, sent.length]).toEqual([true, 1]);
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
});

test('abort() stops a run, before it has begun too', async () => {
  const { run, sent } = start([[faro]], { tools: [weather] });
  run.abort('enough');
  await expect(run.finalCompletion()).rejects.toBe('enough');
  expect(sent).toHaveLength(0);
});

test('nothing is sent before a run is read', async () => {
  const { sent } = start([[faro]], { tools: [weather] });
  await new Promise((resolve) => setImmediate(resolve));
  expect(sent).toEqual([]);
});

test('to the API a tool is a tool like any other', () => {
  expect(Object.keys(weather)).toEqual(['type', 'function']);
});
