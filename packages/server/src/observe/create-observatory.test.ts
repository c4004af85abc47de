import { describe, expect, it } from 'vitest';
import type { CallRecord } from '../call.ts';
import {
  createObservatory,
  type Observatory,
  type ObservatoryOptions,
} from './create-observatory.ts';
import type { SpanOptions } from './spans.ts';

describe('GET /health', () => {
  it('says what answers, since when, and how many calls are on their way', async () => {
    let time = 1_000;
    const observatory = observe({ now: () => time });
    observatory.begin();
    time = 4_000;
    expect(await (await visit(observatory, '/health')).json()).toEqual({
      status: 'ok',
      engine: 'sim',
      system_fingerprint: 'hermes4-sim-2',
      uptime_ms: 3_000,
      requests_in_flight: 1,
    });
  });
});

describe('GET /metrics', () => {
  it('counts calls, tokens, money and time, in the text format of Prometheus', async () => {
    const observatory = observe();
    observatory.begin();
    observatory.begin();
    observatory.record(call({ usd: 0.25, firstContentMs: 20 }));
    const samples = await metricsOf(observatory);
    const labels = 'engine="sim",model="m"';
    expect(
      samples.get(`hermes4_requests_total{${labels},status="200",stream="true",end="complete"}`),
    ).toBe(1);
    expect(samples.get(`hermes4_tokens_total{${labels},type="prompt"}`)).toBe(3);
    expect(samples.get(`hermes4_tokens_total{${labels},type="completion"}`)).toBe(5);
    expect(samples.get(`hermes4_cost_usd_total{${labels}}`)).toBe(0.25);
    expect(samples.get('hermes4_requests_in_flight')).toBe(1);
    const duration = 'hermes4_request_duration_seconds';
    expect(samples.get(`${duration}_sum{engine="sim",stream="true"}`)).toBe(0.1);
    expect(samples.get(`${duration}_bucket{engine="sim",stream="true",le="0.05"}`)).toBe(0);
    expect(samples.get(`${duration}_bucket{engine="sim",stream="true",le="0.1"}`)).toBe(1);
    expect(samples.get(`${duration}_bucket{engine="sim",stream="true",le="+Inf"}`)).toBe(1);
  });

  it('writes whatever a model is called', async () => {
    const observatory = observe();
    observatory.record(call({ model: 'a"b\\c\nd' }));
    const samples = await metricsOf(observatory);
    expect([...samples.keys()].some((name) => name.includes('model="a\\"b\\\\c\\nd"'))).toBe(true);
  });

  it('stays small however many models callers name', async () => {
    const observatory = observe();
    for (let index = 0; index < 5_000; index++) observatory.record(call({ model: `m${index}` }));
    const samples = await metricsOf(observatory);
    expect(samples.size).toBeLessThan(1_500);
    expect(
      [...samples]
        .filter(([name]) => name.startsWith('hermes4_requests_total'))
        .reduce((sum, [, value]) => sum + value, 0),
    ).toBe(5_000);
  });
});

describe('the journal', () => {
  it('keeps the last calls, the latest first, without bodies unless it is told to', async () => {
    const observatory = observe({ journal: { maxEntries: 2 } });
    for (const id of ['a', 'b', 'c']) observatory.record(call({ id }), { text: 'secret words' });
    const text = await (await visit(observatory, '/admin/journal')).text();
    expect((JSON.parse(text) as { data: CallRecord[] }).data.map(({ id }) => id)).toEqual([
      'c',
      'b',
    ]);
    expect(text).not.toContain('secret words');
  });

  it('keeps the beginning of a body when it is told to', async () => {
    const observatory = observe({ journal: { bodies: true, maxBodyLength: 6 } });
    observatory.record(call(), { text: 'secret words' });
    expect(await (await visit(observatory, '/admin/journal')).json()).toMatchObject({
      data: [{ body: 'secret', caller: 'sk-12345' }],
    });
  });

  it('shows the calls that are asked for, and forgets all', async () => {
    const observatory = observe();
    observatory.record(call({ id: 'good' }));
    observatory.record(call({ id: 'bad', status: 429, end: 'refused' }));
    const bad: unknown = await (await visit(observatory, '/admin/journal?status=429')).json();
    expect(bad).toMatchObject({ data: [{ id: 'bad' }] });
    expect(await (await visit(observatory, '/admin/journal', 'DELETE')).json()).toEqual({
      data: [],
    });
    expect(await (await visit(observatory, '/admin/journal')).json()).toEqual({ data: [] });
  });
});

describe('spans', () => {
  it('tell of a call by the conventions for generative AI, and nothing of what was said', () => {
    const spans: { name: string; options: SpanOptions; told: unknown[] }[] = [];
    const startSpan = (name: string, options: SpanOptions) => {
      const told: unknown[] = [];
      spans.push({ name, options, told });
      return {
        setStatus: (status: unknown) => told.push(status),
        end: (at: number) => told.push(at),
      };
    };
    const observatory = observe({ tracer: { startSpan } });
    observatory.record(call({ finishReason: 'stop' }), { text: 'secret words' });
    observatory.record(call({ end: 'failed' }));
    expect(spans[0]).toMatchObject({
      name: 'chat m',
      options: {
        kind: 1,
        startTime: 1_000,
        attributes: {
          'gen_ai.operation.name': 'chat',
          'gen_ai.request.model': 'm',
          'gen_ai.usage.input_tokens': 3,
          'gen_ai.usage.output_tokens': 5,
          'gen_ai.response.finish_reasons': ['stop'],
        },
      },
      told: [1_100],
    });
    expect(spans[1]?.told).toEqual([{ code: 2, message: 'failed, status 200' }, 1_100]);
    expect(JSON.stringify(spans)).not.toContain('secret');
  });
});

describe('the page', () => {
  it('loads nothing from anywhere, and runs nothing but its own', async () => {
    const response = await visit(observe(), '/');
    const policy = response.headers.get('content-security-policy') ?? '';
    const [, nonce] = /script-src 'nonce-([\w-]+)'/.exec(policy) ?? [];
    const html = await response.text();
    expect(policy).toContain("default-src 'none'");
    expect(html).toContain(`<script nonce="${nonce}">`);
    expect(html).not.toMatch(/(?:src|href)=|https?:\/\//);
    expect(html.length).toBeLessThan(12_000);
  });

  it('writes what it is told as text', async () => {
    const html = await (
      await visit(observe({ about: '<img src=x onerror="alert(1)">' }), '/')
    ).text();
    expect(html).not.toContain('<img');
    expect(html).toContain('&#60;img');
  });

  it('asks for a key where one is needed', async () => {
    expect(await (await visit(observe({ requiresKey: true }), '/')).text()).toContain('id="key"');
    expect(await (await visit(observe(), '/')).text()).not.toContain('id="key"');
  });
});

function observe(options: Partial<ObservatoryOptions> = {}): Observatory {
  return createObservatory({
    engine: 'sim',
    fingerprint: 'hermes4-sim-2',
    about: 'A simulator.',
    models: ['m'],
    requiresKey: false,
    now: () => 0,
    ...options,
  });
}

function call(more: Partial<CallRecord> = {}): CallRecord {
  return {
    id: '1',
    caller: { id: 'sk-12345' },
    method: 'POST',
    path: '/v1/chat/completions',
    model: 'm',
    engine: 'sim',
    stream: true,
    status: 200,
    startedAt: 1_000,
    durationMs: 100,
    usage: { prompt_tokens: 3, completion_tokens: 5, total_tokens: 8 },
    end: 'complete',
    ...more,
  };
}

async function visit({ routes }: Observatory, target: string, method = 'GET'): Promise<Response> {
  const url = new URL(target, 'http://localhost');
  const route = routes.find((one) => one.path === url.pathname && one.method === method);
  if (!route) throw new Error(`No route for ${method} ${target}.`);
  const request = new Request(url, { method });
  return route.handle({ request, url, params: {}, identity: { id: '1', created: 1, headers: {} } });
}

/** Reads the text format strictly: a line that is none of its three kinds is an error. */
async function metricsOf(observatory: Observatory): Promise<Map<string, number>> {
  const response = await visit(observatory, '/metrics');
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  const text = await response.text();
  expect(text.endsWith('\n')).toBe(true);
  const samples = new Map<string, number>();
  const types = new Map<string, string>();
  for (const line of text.trimEnd().split('\n')) {
    const type = /^# TYPE (\w+) (counter|gauge|histogram)$/.exec(line);
    if (type) types.set(type[1] ?? '', type[2] ?? '');
    if (line.startsWith('# ')) continue;
    const sample = /^(\w+)(\{(?:\w+="(?:[^"\\]|\\.)*",?)*\})? ([\d.e+-]+)$/.exec(line);
    if (!sample) throw new Error(`Not a sample: ${line}`);
    const [, name = '', labels = '', value = ''] = sample;
    expect(types.has(name.replace(/_(?:bucket|sum|count)$/, '')) || types.has(name)).toBe(true);
    samples.set(`${name}${labels}`, Number(value));
  }
  return samples;
}
