import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { generateText, streamText } from 'ai';
import { baseURL, type Contender, messages, model } from '../contender.ts';

/** The model behind this `fetch`. */
export function languageModel(
  fetch: typeof globalThis.fetch,
): Parameters<typeof streamText>[0]['model'] {
  return createOpenAICompatible({
    name: 'bench',
    apiKey: 'key',
    baseURL,
    fetch,
    supportsStructuredOutputs: true,
  })(model);
}

/** The text stream. */
export const vercelStream: Contender = {
  name: 'ai 6, textStream',
  create: (fetch) => {
    const chosen = languageModel(fetch);
    return async () => {
      let text = '';
      for await (const delta of streamText({ model: chosen, messages }).textStream) text += delta;
      return text;
    };
  },
};

/** The whole answer. */
export const vercelCall: Contender = {
  name: 'ai 6',
  create: (fetch) => {
    const chosen = languageModel(fetch);
    return async () => (await generateText({ model: chosen, messages })).text;
  },
};
