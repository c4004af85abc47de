import { createLocalServer } from '@hermes4/server';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fakeHost, refused, usage, whole } from './fake-host.ts';
import { modelOf, sdks } from './sdks.ts';

describe.each(sdks)('generateText of $name', (sdk) => {
  const { generateText } = sdk.ai;

  it('gets a text from the local server', async () => {
    const model = modelOf(sdk, { host: 'local', fetch: createLocalServer().fetch });
    const { text, finishReason, usage } = await generateText({ model, prompt: 'Hello' });
    expect(text).toContain('Hello');
    expect(finishReason).toBe('stop');
    expect(usage.totalTokens).toBeGreaterThan(0);
  });

  it('is told everything that is known of the call', async () => {
    const host = fakeHost(whole({ content: 'Hi', reasoning_content: 'A greeting.' }));
    const result = await generateText({
      model: modelOf(sdk, { fetch: host.fetch }),
      prompt: 'Hello',
      providerOptions: { hermes4: { clientRequestId: 'mine-1' } },
    });
    expect(result.text).toBe('Hi');
    expect(result.reasoningText).toBe('A greeting.');
    expect(result.usage).toMatchObject({ inputTokens: 10, outputTokens: 7, totalTokens: 17 });
    expect(result.response).toMatchObject({
      id: 'answer-1',
      modelId: 'hermes',
      timestamp: new Date(1_700_000_000_000),
      headers: { 'x-inference-id': 'inference-1' },
    });
    expect(result.providerMetadata?.['hermes4']).toMatchObject({
      requestId: 'inference-1',
      clientRequestId: 'mine-1',
      credits: 292,
      usd: 0.000146,
    });
    expect(host.sent[0]?.headers['x-client-request-id']).toBe('mine-1');
  });

  it('is told cached and reasoning tokens where its version has a place for them', async () => {
    const { fetch } = fakeHost(whole({ content: 'Hi' }));
    const told = await generateText({ model: modelOf(sdk, { fetch }), prompt: 'Hello' });
    const all = JSON.parse(JSON.stringify(told.usage)) as Record<string, unknown>;
    if (sdk.name === 'ai@5') {
      expect(all).toMatchObject({ cachedInputTokens: 4, reasoningTokens: 5 });
    } else {
      expect(all).toMatchObject({
        inputTokenDetails: { cacheReadTokens: 4, noCacheTokens: 6 },
        outputTokenDetails: { reasoningTokens: 5, textTokens: 2 },
        raw: usage,
      });
    }
  });

  it('is given inline thoughts apart from the text', async () => {
    const { fetch } = fakeHost(whole({ content: '<think>A greeting.</think>Hi' }));
    const { text, reasoningText } = await generateText({
      model: modelOf(sdk, { fetch, host: 'aimlapi', reasoning: true }),
      prompt: 'Hello',
    });
    expect({ text, reasoningText }).toEqual({ text: 'Hi', reasoningText: 'A greeting.' });
  });

  it('ends with length when all tokens were thoughts', async () => {
    const { fetch } = fakeHost(whole({ content: null, reasoning_content: 'Hm' }, 'length'));
    const result = await generateText({ model: modelOf(sdk, { fetch }), prompt: 'Hello' });
    expect(result.finishReason).toBe('length');
    expect(result.reasoningText).toBe('Hm');
  });

  it.each([
    ['native', 'vllm' as const, '{"city":"Lisbon"}'],
    ['JSON mode', 'aimlapi' as const, '{"city":"Lisbon"}'],
    ['the prompt alone', 'nous' as const, '```json\n{"city":"Lisbon"}\n```'],
  ])('gets an object of a schema by %s', async (_way, host, content) => {
    const { fetch, sent } = fakeHost(whole({ content }));
    const { object } = await sdk.objects.generateObject({
      model: modelOf(sdk, { fetch, host }) as never,
      schema: z.object({ city: z.string() }),
      prompt: 'Name a city.',
    });
    expect(object).toEqual({ city: 'Lisbon' });
    const { messages, response_format } = sent[0]!.body;
    expect({ messages, response_format }).toMatchSnapshot();
  });

  it('gets an output of a schema beside the text', async () => {
    const { fetch } = fakeHost(whole({ content: '{"city":"Lisbon"}' }));
    const asked = sdk.ai.Output.object({ schema: z.object({ city: z.string() }) });
    const result = await generateText({
      model: modelOf(sdk, { fetch }),
      prompt: 'Name a city.',
      [sdk.name === 'ai@5' ? 'experimental_output' : 'output']: asked,
    });
    const { output, experimental_output } = result as unknown as Record<string, unknown>;
    expect(output ?? experimental_output).toEqual({ city: 'Lisbon' });
  });

  it('finds the model in a registry of providers', async () => {
    const { fetch } = fakeHost(whole({ content: 'Hi' }));
    const hermes4 = sdk.createProvider({ fetch });
    const registry = sdk.ai.createProviderRegistry({ hermes4 });
    const model = registry.languageModel('hermes4:nousresearch/hermes-4-405b');
    expect((await generateText({ model, prompt: 'Hello' })).text).toBe('Hi');
  });

  it('leaves an answer that does not fit its schema to the SDK, and is not asked again', async () => {
    const { fetch, sent } = fakeHost(whole({ content: '{"city":7}' }));
    const call = sdk.objects.generateObject({
      model: modelOf(sdk, { fetch }) as never,
      schema: z.object({ city: z.string() }),
      prompt: 'Name a city.',
    });
    await expect(call).rejects.toMatchObject({
      name: 'AI_NoObjectGeneratedError',
      text: '{"city":7}',
    });
    expect(sent).toHaveLength(1);
  });

  it('raises the status and the words of a refusal', async () => {
    const { fetch } = fakeHost(refused(401, 'This request requires a valid API key.'));
    const error: unknown = await generateText({
      model: modelOf(sdk, { fetch, apiKey: 'secret-key' }),
      prompt: 'Hello',
    }).catch((thrown: unknown) => thrown);
    expect(sdk.ai.APICallError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      statusCode: 401,
      isRetryable: false,
      data: { code: 'unauthorized', requestId: 'request-1' },
    });
    expect((error as { responseBody: string }).responseBody).toContain('valid API key');
    expect(JSON.stringify(error)).not.toContain('secret-key');
  });

  it('is tried again by the SDK, and by nobody else', async () => {
    const busy = refused(503, 'Busy', { 'retry-after': '0' });
    const { fetch, sent } = fakeHost(busy, whole({ content: 'Hi' }));
    const model = modelOf(sdk, { fetch });
    const { text } = await generateText({ model, prompt: 'Hello', maxRetries: 1 });
    expect(text).toBe('Hi');
    expect(sent).toHaveLength(2);
    const once = fakeHost(busy);
    const failing = modelOf(sdk, { fetch: once.fetch });
    await expect(generateText({ model: failing, prompt: 'Hello', maxRetries: 0 })).rejects.toThrow(
      'Busy',
    );
    expect(once.sent).toHaveLength(1);
  });

  it('stops with its signal, with the reason of the signal', async () => {
    const stop = new AbortController();
    const reason = new DOMException('Enough', 'AbortError');
    const call = generateText({
      model: modelOf(sdk, {
        fetch: (_url, init) =>
          new Promise((_resolve, reject) => {
            init?.signal?.addEventListener('abort', () => {
              reject(init.signal?.reason as Error);
            });
            stop.abort(reason);
          }),
      }),
      prompt: 'Hello',
      abortSignal: stop.signal,
    });
    await expect(call).rejects.toBe(reason);
  });

  it('tells the developer what a host cannot do', async () => {
    const { fetch, sent } = fakeHost(whole({ content: 'Hi' }));
    const { warnings } = await generateText({
      model: modelOf(sdk, { fetch }),
      prompt: 'Hello',
      headers: { 'x-tenant': 'a' },
      providerOptions: { hermes4: { reasoning: { max_tokens: 100 }, min_p: 0.1, odd: 1 } },
    });
    expect(warnings).toHaveLength(2);
    expect(JSON.stringify(warnings)).toContain('reasoning.max_tokens');
    expect(JSON.stringify(warnings)).toContain('odd');
    expect(sent[0]?.body).toMatchObject({ min_p: 0.1, chat_template_kwargs: { thinking: true } });
    expect(sent[0]?.headers['x-tenant']).toBe('a');
  });
});
