import { createHermes, type JsonSchemaFormat } from '@hermes4/core';
import { baseURL, type Contender, messages } from '../contender.ts';

const response_format: JsonSchemaFormat = {
  type: 'json_schema',
  json_schema: { name: 'records', schema: { type: 'object' } },
};
const tool = { type: 'function' as const, function: { name: 'save', parameters: {} } };

/** `stream()` of an answer that is JSON, whose parts are read and nothing else. */
export const hermesJson: Contender = {
  name: '@hermes4/core',
  create: (fetch) => {
    const { completions } = createHermes({ apiKey: 'key', baseURL, fetch }).chat;
    return async () => {
      const stream = completions.stream({ messages, response_format });
      let text = '';
      for await (const part of stream) if (part.type === 'text-delta') text += part.text;
      return text;
    };
  },
};

/** The same, with the value so far after each delta. */
export const hermesPartials: Contender = {
  name: '@hermes4/core',
  create: (fetch) => {
    const { completions } = createHermes({ apiKey: 'key', baseURL, fetch }).chat;
    return async () => {
      const stream = completions.stream({ messages, response_format });
      let partial: unknown;
      for await (const part of stream) if (part.type === 'text-delta') partial = stream.partial();
      return JSON.stringify(partial);
    };
  },
};

/** A tool call, read as its parts. */
export const hermesArguments: Contender = {
  name: '@hermes4/core',
  create: (fetch) => {
    const { completions } = createHermes({ apiKey: 'key', baseURL, fetch }).chat;
    return async () => {
      const stream = completions.stream({ messages, tools: [tool] });
      let length = 0;
      for await (const part of stream) {
        if (part.type === 'tool-call-delta') length += part.arguments.length;
      }
      const call = (await stream.finalCompletion()).choices[0]?.message.tool_calls?.[0];
      const json = call?.type === 'function' ? call.function.arguments : '';
      if (json.length !== length) throw new Error('The parts are not the whole.');
      return json;
    };
  },
};
