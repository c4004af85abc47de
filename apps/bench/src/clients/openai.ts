import OpenAI from 'openai';
import { baseURL, type Contender, messages, model } from '../contender.ts';

/** A client that asks through this `fetch`. */
export function openaiClient(fetch: typeof globalThis.fetch): OpenAI {
  return new OpenAI({ apiKey: 'key', baseURL, fetch });
}

/** The chunks. */
export const openaiChunks: Contender = {
  name: 'openai 6, chunks',
  create: (fetch) => {
    const { completions } = openaiClient(fetch).chat;
    return async () => {
      let text = '';
      for await (const chunk of await completions.create({ model, messages, stream: true })) {
        text += chunk.choices[0]?.delta.content ?? '';
      }
      return text;
    };
  },
};

/** The helper that puts the completion together. */
export const openaiHelper: Contender = {
  name: 'openai 6, stream()',
  create: (fetch) => {
    const { completions } = openaiClient(fetch).chat;
    return async () => (await completions.stream({ model, messages }).finalContent()) ?? '';
  },
};

/** The whole answer. */
export const openaiCall: Contender = {
  name: 'openai 6',
  create: (fetch) => {
    const { completions } = openaiClient(fetch).chat;
    return async () => {
      const completion = await completions.create({ model, messages });
      return completion.choices[0]?.message.content ?? '';
    };
  },
};
