import { createLocalServer } from '@hermes4/server';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examine, type Host, verdictsOf, wireTo } from '../../test/conformance.ts';
import type { Finding, Probe } from './probe.ts';
import { cancel } from './probes/cancel.ts';
import { errors } from './probes/errors.ts';
import { key } from './probes/key.ts';
import { limits } from './probes/limits.ts';
import { models } from './probes/models.ts';
import { prefill } from './probes/prefill.ts';
import { reasoning } from './probes/reasoning.ts';
import { schema } from './probes/schema.ts';
import { sentinel } from './probes/sentinel.ts';
import { stop } from './probes/stop.ts';
import { stream } from './probes/stream.ts';
import { toolResult } from './probes/tool-result.ts';
import { tools } from './probes/tools.ts';
import { usage } from './probes/usage.ts';
import { whole } from './probes/whole.ts';

type Body = Readonly<Record<string, unknown>>;

const NO_TOOLS = {
  error: { message: 'No endpoints found that support tool use.', code: 404 },
};

/** A host that a test plays: what it answers to a call's body. */
function playing(answer: (body: Body) => Response): Host {
  return async (request) => answer((await request.json().catch(() => ({}))) as Body);
}

function completion(message: object, rest: object = {}): Response {
  const choices = [
    { index: 0, message: { role: 'assistant', ...message }, finish_reason: 'stop', ...rest },
  ];
  return Response.json({ id: 'c', object: 'chat.completion', created: 1, model: 'm', choices });
}

function events(...data: (object | string)[]): Response {
  const lines = data.map(
    (event) => `data: ${typeof event === 'string' ? event : JSON.stringify(event)}\n\n`,
  );
  return new Response(lines.join(''), { headers: { 'content-type': 'text/event-stream' } });
}

function delta(said: object, finish_reason: string | null = null): object {
  return { id: 'c', choices: [{ index: 0, delta: said, finish_reason }] };
}

const probe = (which: Probe, host: Host): Promise<Finding> => which.run(wireTo(host));

describe('a host that', () => {
  it.each<[string, Probe, (body: Body) => Response, Partial<Finding> | object]>([
    [
      'refuses tools gets them in the prompt',
      tools,
      () => Response.json(NO_TOOLS, { status: 404 }),
      {
        verdict: 'differs',
        saw: 'refuses tools: 404 No endpoints found that support tool use.',
        profile: { tools: 'prompt' },
      },
    ],
    [
      'drops tools in silence gets them in the prompt',
      tools,
      () => completion({ content: 'It is sunny.' }),
      { verdict: 'unsure', profile: { tools: 'prompt' } },
    ],
    [
      'loses calls in streams fails',
      tools,
      ({ stream: isStreamed }) =>
        isStreamed
          ? events(delta({ content: '' }, 'tool_calls'), '[DONE]')
          : completion({
              tool_calls: [
                {
                  id: '1',
                  type: 'function',
                  function: { name: 'get_weather', arguments: '{"city":"Paris"}' },
                },
              ],
            }),
      {
        verdict: 'fail',
        saw: expect.stringContaining('the call is lost') as string,
        profile: { tools: 'prompt' },
      },
    ],
    [
      'writes arguments that are no JSON fails',
      tools,
      () =>
        completion({
          tool_calls: [
            { id: '1', type: 'function', function: { name: 'get_weather', arguments: '{"city":' } },
          ],
        }),
      { verdict: 'fail', saw: 'arguments that are no JSON: get_weather({"city": …broken)' },
    ],
    [
      'takes no tool messages is told so',
      toolResult,
      () => Response.json({ detail: 'role tool is not allowed' }, { status: 422 }),
      { verdict: 'differs', saw: '422 role tool is not allowed', profile: { tools: 'prompt' } },
    ],
    [
      'does not use what a tool gave leaves that open',
      toolResult,
      () => completion({ content: 'I cannot know.' }),
      { verdict: 'unsure' },
    ],
    [
      'ends streams in silence fails',
      sentinel,
      () => events(delta({ content: 'Hello' })),
      { verdict: 'fail', saw: 'neither a finish_reason nor [DONE]' },
    ],
    [
      'ends streams without [DONE] differs',
      sentinel,
      () => events(delta({ content: 'Hello' }), delta({}, 'stop')),
      { verdict: 'differs', saw: 'stop without [DONE]' },
    ],
    [
      'ends streams without a reason differs',
      sentinel,
      () => events(delta({ content: 'Hello' }), '[DONE]'),
      { verdict: 'differs' },
    ],
    [
      'does not stream fails',
      stream,
      () => completion({ content: 'Hello' }),
      {
        verdict: 'fail',
        saw: expect.stringMatching(/asked to stream, it sent application\/json/) as string,
      },
    ],
    [
      'streams what is no JSON fails',
      stream,
      () => events('{"choices":', '[DONE]'),
      { verdict: 'fail', saw: 'an event that is not JSON' },
    ],
    [
      'answers otherwise when it streams leaves that open',
      stream,
      ({ stream: isStreamed }) =>
        isStreamed ? events(delta({ content: 'Red' }), '[DONE]') : completion({ content: 'Blue' }),
      { verdict: 'unsure' },
    ],
    [
      'counts nothing fails',
      usage,
      ({ stream: isStreamed }) =>
        isStreamed
          ? events(delta({ content: 'Hello' }), '[DONE]')
          : completion({ content: 'Hello' }),
      { verdict: 'fail', saw: 'whole: none; streamed: none' },
    ],
    [
      'knows one name of the limit is asked by that name',
      limits,
      ({ max_tokens }) =>
        completion({ content: 'one' }, { finish_reason: max_tokens === 5 ? 'length' : 'stop' }),
      { verdict: 'differs', profile: { tokenLimit: 'max_tokens' } },
    ],
    [
      'knows no limit fails',
      limits,
      () => completion({ content: 'one two three' }),
      { verdict: 'fail' },
    ],
    [
      'says less than the limit leaves that open',
      limits,
      () =>
        Response.json({
          choices: [{ message: { content: 'no' }, finish_reason: 'stop' }],
          usage: { completion_tokens: 1 },
        }),
      { verdict: 'unsure' },
    ],
    [
      'goes past a stop sequence fails',
      stop,
      () => completion({ content: 'alpha beta gamma delta' }),
      { verdict: 'fail', saw: 'told to stop at “gamma”, it said alpha beta gamma delta' },
    ],
    [
      'says too little to be stopped leaves that open',
      stop,
      () => completion({ content: '' }),
      { verdict: 'unsure' },
    ],
    [
      'goes on with an answer passes',
      prefill,
      () => completion({ content: ' four, five' }),
      { verdict: 'pass' },
    ],
    [
      'begins an answer again differs',
      prefill,
      () => completion({ content: 'One, two' }),
      { verdict: 'differs' },
    ],
    [
      'thinks unasked is known by it',
      reasoning,
      () =>
        events(delta({ reasoning: 'Let me count.' }), delta({ content: '6' }, 'stop'), '[DONE]'),
      { verdict: 'differs', saw: 'thinks unasked: reasoning' },
    ],
    [
      'thinks by its template is asked so',
      reasoning,
      ({ chat_template_kwargs }) =>
        events(delta({ content: chat_template_kwargs ? 'Hm.</think>6' : '6' }, 'stop'), '[DONE]'),
      {
        verdict: 'differs',
        saw: 'not by parameter; by template: </think> in the text, without its opening tag',
        profile: { reasoning: 'template', extraParameters: ['chat_template_kwargs'] },
      },
    ],
    [
      'thinks only when the prompt asks is asked so',
      reasoning,
      ({ messages }) =>
        events(
          delta(
            { content: (messages as object[]).length > 1 ? '<think>Hm.</think>6' : '6' },
            'stop',
          ),
        ),
      { verdict: 'differs', saw: 'not by parameter, template; by prompt: <think> in the text' },
    ],
    [
      'never thinks leaves that open',
      reasoning,
      () => events(delta({ content: '6' }, 'stop'), '[DONE]'),
      { verdict: 'unsure', profile: { reasoning: 'prompt' } },
    ],
    [
      'writes JSON without a schema is asked for objects',
      schema,
      () => completion({ content: '{"capital":"Paris"}' }),
      { verdict: 'differs', profile: { schemas: 'json_object' } },
    ],
    [
      'writes prose gets the schema in the prompt',
      schema,
      () => completion({ content: 'Paris.' }),
      { verdict: 'differs', profile: { schemas: 'prompt' } },
    ],
    [
      'takes mistakes for requests fails',
      errors,
      () => completion({ content: 'Hello' }),
      { verdict: 'fail', saw: expect.stringContaining('200, as if it were right') as string },
    ],
    [
      'answers mistakes with a page fails',
      errors,
      () => new Response('<html><h1>Bad gateway</h1></html>', { status: 502 }),
      { verdict: 'fail', saw: expect.stringMatching(/502 Bad gateway.*bodies: HTML/) as string },
    ],
    [
      'says nothing in an answer fails',
      whole,
      () => completion({ content: null }),
      { verdict: 'fail' },
    ],
    [
      'ends answers in words of its own differs',
      whole,
      () => completion({ content: 'Hi' }, { finish_reason: 'eos' }),
      { verdict: 'differs', saw: 'finish_reason "eos"' },
    ],
    [
      'refuses a caller who came back fails',
      cancel,
      ({ stream: isStreamed }) =>
        isStreamed
          ? events(delta({ content: 'one' }))
          : Response.json({ message: 'busy' }, { status: 503 }),
      { verdict: 'fail', saw: 'the next call got 503 busy' },
    ],
  ])('%s', async (_, which, answer, finding) => {
    expect(await probe(which, playing(answer))).toMatchObject(finding);
  });

  it('still writes the answer of a caller who left is suspected', async () => {
    const host: Host = (request) =>
      request.method === 'GET'
        ? new Response('vllm:num_requests_running{model="m"} 1.0\n')
        : events(delta({ content: 'one' }));
    expect(await probe(cancel, host)).toMatchObject({
      verdict: 'unsure',
      saw: expect.stringContaining('1.0 run') as string,
    });
  });

  it('lists another name of the model says which', async () => {
    const host: Host = () => Response.json({ data: [{ id: 'NousResearch/Hermes-4-405B-FP8' }] });
    expect(await probe(models, host)).toMatchObject({
      verdict: 'differs',
      advice: 'It lists NousResearch/Hermes-4-405B-FP8: try --model.',
    });
  });

  it('refuses a wrong key passes', async () => {
    const server = createLocalServer({ keys: ['sk-right'] });
    expect(await probe(key, (request) => server.fetch(request))).toMatchObject({ verdict: 'pass' });
  });
});

describe('the suite', () => {
  it('comes to an end, with a verdict for each question, whatever a host sends', async () => {
    const answers = fc.record({
      status: fc.constantFrom(200, 201, 400, 401, 404, 429, 500),
      type: fc.constantFrom('application/json', 'text/event-stream', 'text/html'),
      text: fc.oneof(
        fc.json(),
        fc.string(),
        fc
          .array(fc.oneof(fc.json(), fc.constant('[DONE]'), fc.string()))
          .map((data) => data.map((event) => `data: ${event}\n\n`).join('')),
      ),
    });
    await fc.assert(
      fc.asyncProperty(answers, async ({ status, type, text }) => {
        const report = await examine(
          () => new Response(text, { status, headers: { 'content-type': type } }),
        );
        expect(report.rows).toHaveLength(15);
        expect(report.profile).toMatchObject({
          tools: 'prompt',
          schemas: 'prompt',
          reasoning: 'prompt',
        });
      }),
      { numRuns: 60 },
    );
  });

  it('goes on after a call that was not answered', async () => {
    const report = await examine(() =>
      Promise.reject(new TypeError('fetch failed', { cause: new Error('reset') })),
    );
    expect(new Set(Object.values(verdictsOf(report)))).toEqual(new Set(['fail']));
    expect(report.rows[0]?.saw).toBe('no answer: reset');
  });
});
