import { createParser } from 'eventsource-parser';
import { baseURL, type Contender, messages, model } from '../contender.ts';

interface Chunk {
  readonly choices: readonly { readonly delta: { readonly content?: string } }[];
}

/** A complete decoder fed by hand; what to do with its events is left to the caller. */
export const eventsourceParser: Contender = {
  name: 'eventsource-parser 3, by hand',
  create: (fetch) => async () => {
    const body = JSON.stringify({ model, messages, stream: true });
    const response = await fetch(baseURL, { method: 'POST', body });
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    const decoder = new TextDecoder();
    let text = '';
    const parser = createParser({
      onEvent({ data }) {
        if (data !== '[DONE]') text += (JSON.parse(data) as Chunk).choices[0]?.delta.content ?? '';
      },
    });
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parser.feed(decoder.decode(part.value, { stream: true }));
    }
    return text;
  },
};
