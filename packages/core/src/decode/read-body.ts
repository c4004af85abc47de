import { HermesError } from '../errors/hermes-error.ts';
import type { HttpResponse } from '../model/http.ts';

/**
 * Reads a whole body as text and lets go of it.
 *
 * @throws HermesError `response_too_large` past `maxBytes`; whatever the transport throws.
 */
export async function readBody(response: HttpResponse, maxBytes: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (let chunk = await response.read(); chunk; chunk = await response.read()) {
    size += chunk.length;
    if (size > maxBytes) {
      await response.discard();
      throw new HermesError(
        `The answer is larger than ${maxBytes} bytes. Raise maxResponseBytes if the host may send this much.`,
        { code: 'response_too_large', status: response.status },
      );
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
