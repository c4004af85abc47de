import { createHermes } from '@hermes4/core';
import { baseURL, type Contender, messages } from '../contender.ts';

/** `create({ stream: true })`: the chunks. */
export const hermesChunks: Contender = {
  name: '@hermes4/core, chunks',
  create: (fetch) => {
    const { completions } = createHermes({ apiKey: 'key', baseURL, fetch }).chat;
    return async () => {
      let text = '';
      for await (const chunk of await completions.create({ messages, stream: true })) {
        text += chunk.choices[0]?.delta?.content ?? '';
      }
      return text;
    };
  },
};

/** `stream()`: the parts, and the whole completion at the end. */
export const hermesParts: Contender = {
  name: '@hermes4/core, stream()',
  create: (fetch) => {
    const { completions } = createHermes({ apiKey: 'key', baseURL, fetch }).chat;
    return async () => {
      const stream = completions.stream({ messages });
      let length = 0;
      for await (const part of stream) if (part.type === 'text-delta') length += part.text.length;
      const text = await stream.finalContent();
      if (text.length !== length) throw new Error('The parts are not the whole.');
      return text;
    };
  },
};

/** `create()`: the whole answer. */
export const hermesCall: Contender = {
  name: '@hermes4/core',
  create: (fetch) => {
    const { completions } = createHermes({ apiKey: 'key', baseURL, fetch }).chat;
    return async () => {
      const completion = await completions.create({ messages });
      return completion.choices[0]?.message.content ?? '';
    };
  },
};
