import { createSseDecoder } from '../decode/sse.ts';

/**
 * Says what a recorded body says, for people: the JSON values of an event stream, or one JSON value;
 * nothing for what is neither.
 */
export function readableBody(body: Uint8Array, contentType: string): unknown {
  try {
    if (!contentType.startsWith('text/event-stream'))
      return readJson(new TextDecoder().decode(body));
    const decoder = createSseDecoder(Infinity);
    const events = [...decoder.push(body), ...decoder.end()];
    return events.map((data) => readJson(data) ?? data);
  } catch {
    return undefined;
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
