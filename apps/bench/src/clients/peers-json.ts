import { jsonSchema, Output, streamText, type ToolSet } from 'ai';
import { type Contender, messages, model } from '../contender.ts';
import { openaiClient } from './openai.ts';
import { languageModel } from './vercel.ts';

const output = Output.object({ schema: jsonSchema({ type: 'object' }) });
const parameters = { type: 'object', properties: {} };

/** An answer that is JSON, with the value so far after each delta. */
export const vercelPartials: Contender = {
  name: 'ai 6',
  create: (fetch) => {
    const chosen = languageModel(fetch);
    return async () => {
      let partial: unknown;
      const { partialOutputStream } = streamText({ model: chosen, messages, output });
      for await (const value of partialOutputStream) partial = value;
      return JSON.stringify(partial);
    };
  },
};

/** A tool call, put together by the helper. */
export const openaiArguments: Contender = {
  name: 'openai 6',
  create: (fetch) => {
    const { completions } = openaiClient(fetch).chat;
    const tools = [{ type: 'function' as const, function: { name: 'save', parameters } }];
    return async () => {
      const completion = await completions.stream({ model, messages, tools }).finalChatCompletion();
      const call = completion.choices[0]?.message.tool_calls?.[0];
      return call?.type === 'function' ? call.function.arguments : '';
    };
  },
};

/** A tool call, as its parts. */
export const vercelArguments: Contender = {
  name: 'ai 6',
  create: (fetch) => {
    const chosen = languageModel(fetch);
    const tools: ToolSet = { save: { inputSchema: jsonSchema({ type: 'object' }) } };
    return async () => {
      let json = '';
      for await (const part of streamText({ model: chosen, messages, tools }).fullStream) {
        if (part.type === 'tool-input-delta') json += part.delta;
      }
      return json;
    };
  },
};
