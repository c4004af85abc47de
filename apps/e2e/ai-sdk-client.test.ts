import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { APICallError, generateText, Output, stepCountIs, streamText, tool } from 'ai';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openHost } from './support/hosts.ts';

const name = 'nousresearch/hermes-4-405b';
const weather = tool({
  description: 'The weather in a city, now',
  inputSchema: z.object({ city: z.string() }),
  execute: ({ city }) => `Sunny in ${city}`,
});

describe('the Vercel AI SDK against the local server', () => {
  it('gets a text', async () => {
    const { text, finishReason, usage } = await generateText({
      model: await model(),
      prompt: 'Hello',
    });
    expect(text).toContain('“Hello”');
    expect(finishReason).toBe('stop');
    expect(usage.outputTokens).toBeGreaterThan(0);
  });

  it('streams the text that it gets in one piece', async () => {
    const { text } = await generateText({ model: await model(), prompt: 'Hello' });
    const pieces: string[] = [];
    for await (const piece of streamText({ model: await model(), prompt: 'Hello' }).textStream) {
      pieces.push(piece);
    }
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.join('')).toBe(text);
  });

  it('is given the thoughts apart from the text', async () => {
    const { text, reasoningText } = await generateText({
      model: await model(),
      prompt: 'Hello',
      providerOptions: { hermes4: { chat_template_kwargs: { thinking: true } } },
    });
    expect(reasoningText).toBeTruthy();
    expect(text).not.toContain('<think>');
  });

  it('runs a tool and tells its result', async () => {
    const { text, steps } = await generateText({
      model: await model(),
      prompt: 'What is the weather in the city “Lisbon”?',
      tools: { weather },
      stopWhen: stepCountIs(3),
    });
    expect(steps[0]?.toolCalls[0]).toMatchObject({
      toolName: 'weather',
      input: { city: 'Lisbon' },
    });
    expect(steps).toHaveLength(2);
    expect(text).toContain('Sunny in Lisbon');
  });

  it('runs a tool in a stream', async () => {
    const result = streamText({
      model: await model(),
      prompt: 'What is the weather in the city “Lisbon”?',
      tools: { weather },
      stopWhen: stepCountIs(3),
    });
    expect(await result.text).toContain('Sunny in Lisbon');
  });

  it('gets an object of a schema', async () => {
    const schema = z.object({ city: z.string(), population: z.number().int().min(1) });
    const { output } = await generateText({
      model: await model(),
      output: Output.object({ schema }),
      prompt: 'Name a city in Portugal.',
    });
    expect(schema.safeParse(output).success).toBe(true);
  });

  it('raises an error with the status and the words of the body', async () => {
    const call = generateText({ model: await model('wrong-key'), prompt: 'Hello', maxRetries: 0 });
    const error: unknown = await call.catch((thrown: unknown) => thrown);
    expect(APICallError.isInstance(error) && error.statusCode).toBe(401);
    expect(APICallError.isInstance(error) && error.responseBody).toContain('valid API key');
  });
});

async function model(apiKey = 'test-key') {
  const { baseURL } = await openHost({ keys: ['test-key'] });
  return createOpenAICompatible({
    name: 'hermes4',
    baseURL,
    apiKey,
    includeUsage: true,
    supportsStructuredOutputs: true,
  })(name);
}
