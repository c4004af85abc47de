import { HermesError } from '../errors/hermes-error.ts';
import type { HttpResponse } from '../model/http.ts';

/** For what is whole: it keeps nothing from one text to the next. */
const whole = new TextDecoder();

/**
 * Reads a whole body as text and lets go of it.
 *
 * @throws HermesError `response_too_large` past `maxBytes`; whatever the transport throws.
 */
export async function readBody(response: HttpResponse, maxBytes: number): Promise<string> {
  let held: Uint8Array | undefined;
  let decoder: TextDecoder | undefined;
  let text = '';
  let size = 0;
  for (let chunk = await response.read(); chunk; chunk = await response.read()) {
    size += chunk.length;
    if (size > maxBytes) {
      response.discard();
      throw new HermesError(
        `The answer is larger than ${maxBytes} bytes. Raise maxResponseBytes to let it pass.`,
        { code: 'response_too_large', status: response.status },
      );
    }
    if (held) text += (decoder ??= new TextDecoder()).decode(held, { stream: true });
    held = chunk;
  }
  // Most bodies come in one piece, and decoding with an end in sight costs half.
  return text + (decoder ?? whole).decode(held);
}
