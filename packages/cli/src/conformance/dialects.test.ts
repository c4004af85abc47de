import { createHermes, tool } from '@hermes4/node';
import {
  createLocalServer,
  createRelayEngine,
  type DialectName,
  type LocalServer,
} from '@hermes4/server';
import { describe, expect, it } from 'vitest';
import { examine, verdictsOf } from '../../test/conformance.ts';
import type { Report } from './run-suite.ts';

/** How each dialect of the simulator departs from what the API document says. */
const DEPARTURES: Record<DialectName, Record<string, string>> = {
  aimlapi: {},
  openrouter: { reasoning: 'differs' },
  vllm: { reasoning: 'differs' },
  nebius: {},
  inline: { reasoning: 'differs', tools: 'differs' },
  odd: { whole: 'differs', usage: 'differs', tools: 'differs' },
};

describe.each(Object.entries(DEPARTURES))('the suite on the dialect %s', (dialect, departures) => {
  const server = createLocalServer({ dialect: dialect as DialectName });
  let report: Promise<Report> | undefined;
  const examined = (): Promise<Report> => (report ??= examine((request) => server.fetch(request)));

  it('finds its departures, and no other', async () => {
    const { prefill, ...verdicts } = verdictsOf(await examined());
    expect(Object.entries(verdicts).filter(([, verdict]) => verdict !== 'pass')).toEqual(
      Object.entries(departures),
    );
    // The grammar that the simulator speaks by does not count.
    expect(prefill).toBe('unsure');
  });

  it('finds a profile with which the client gets thoughts, calls and values', async () => {
    const { profile } = await examined();
    const { chat } = createHermes(
      { host: profile, fetch: async (...given) => server.fetch(new Request(...given)) },
      {},
    );
    const messages = [{ role: 'user' as const, content: 'What is the weather in Paris?' }];

    const thought = await chat.completions.create({ messages, reasoning: true });
    expect(thought.choices[0]?.message.reasoning_content).toEqual(expect.stringMatching(/\w/));
    expect(thought.choices[0]?.message.content).not.toContain('think>');

    const weather = tool({
      name: 'get_weather',
      parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
      run: () => 'overcast',
    });
    const run = chat.completions.runTools({ messages, tools: [weather] });
    const { choices } = await run.finalCompletion();
    expect(choices[0]?.message.content).toContain('overcast');
  });
});

describe('the suite on a relay', () => {
  const upstream = createLocalServer({ dialect: 'inline' });
  const relay = (repair: boolean): LocalServer =>
    createLocalServer({
      engine: createRelayEngine({
        baseURL: 'http://upstream/v1',
        fetch: (url, init) => upstream.fetch(url, init),
        repair,
      }),
    });

  it.each([
    ['passes on what its upstream does otherwise', false, ['reasoning', 'tools']],
    ['finds nothing left of it when the relay repairs', true, []],
  ])('%s', async (_, repair, expected) => {
    const server = relay(repair);
    const { prefill: __, ...verdicts } = verdictsOf(
      await examine((request) => server.fetch(request)),
    );
    const departures = Object.entries(verdicts).filter(([, verdict]) => verdict !== 'pass');
    expect(departures).toEqual(expected.map((name) => [name, 'differs']));
  });
});
