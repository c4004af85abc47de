import { baseURL, type Contender, messages, model } from '../contender.ts';

interface Chunk {
  readonly choices: readonly { readonly delta: { readonly content?: string } }[];
}

interface Completion {
  readonly choices: readonly { readonly message: { readonly content: string } }[];
}

function request(stream: boolean): RequestInit {
  const headers = { 'content-type': 'application/json', authorization: 'Bearer key' };
  return { method: 'POST', headers, body: JSON.stringify({ model, messages, stream }) };
}

/**
 * The least that reading a stream can cost: decode, split, parse, append. It survives no host's quirk and
 * handles no error.
 */
export const floorStream: Contender = {
  name: 'floor: decode, split, JSON.parse',
  create: (fetch) => async () => {
    const response = await fetch(baseURL, request(true));
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    const decoder = new TextDecoder();
    let buffer = '';
    let text = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      buffer += decoder.decode(part.value, { stream: true });
      let start = 0;
      for (let end = buffer.indexOf('\n\n'); end !== -1; end = buffer.indexOf('\n\n', start)) {
        const data = buffer.slice(start + 6, end);
        start = end + 2;
        if (data !== '[DONE]') text += (JSON.parse(data) as Chunk).choices[0]?.delta.content ?? '';
      }
      buffer = buffer.slice(start);
    }
    return text;
  },
};

/** The least that a whole call can cost: write, fetch, parse. */
export const floorCall: Contender = {
  name: 'floor: fetch, JSON.parse',
  create: (fetch) => async () => {
    const response = await fetch(baseURL, request(false));
    const completion = (await response.json()) as Completion;
    return completion.choices[0]?.message.content ?? '';
  },
};
