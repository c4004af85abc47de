import { floorStream } from './clients/floor.ts';
import { baseURL, messages, model } from './contender.ts';

/** Reads one streamed answer and gives what the client makes of the whole. */
export type ReadAnswer = () => Promise<unknown>;

type Subject = (fetch: typeof globalThis.fetch) => Promise<ReadAnswer> | ReadAnswer;

/** The floor gives the text alone. */
export const FLOOR = 'floor';

/** Clients whose memory is measured, by the names that the tables show; each loads itself alone. */
export const subjects: Readonly<Record<string, Subject>> = {
  [FLOOR]: floorStream.create,
  '@hermes4/core': async (fetch) => {
    const { createHermes } = await import('@hermes4/core');
    const { completions } = createHermes({ apiKey: 'key', baseURL, fetch }).chat;
    return () => completions.stream({ messages }).finalCompletion();
  },
  'openai 6': async (fetch) => {
    const { openaiClient } = await import('./clients/openai.ts');
    const { completions } = openaiClient(fetch).chat;
    return () => completions.stream({ model, messages }).finalChatCompletion();
  },
  'ai 6': async (fetch) => {
    const { streamText } = await import('ai');
    const { languageModel } = await import('./clients/vercel.ts');
    const chosen = languageModel(fetch);
    return async () => await streamText({ model: chosen, messages }).steps;
  },
};
