import type { Clock } from './clock.ts';
import { Refusal } from './refusal.ts';

/** How much of a body is read, and for how long. */
export interface BodyLimits {
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly clock: Clock;
}

/**
 * Reads a body as text.
 *
 * @throws Refusal 413 past `maxBytes`, 408 past `timeoutMs`, 400 for what is not UTF-8.
 */
export async function readText(
  { headers, body }: Request,
  { maxBytes, timeoutMs, clock }: BodyLimits,
): Promise<string> {
  if (Number(headers.get('content-length')) > maxBytes) throw tooLarge(maxBytes);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = body?.getReader();
  const giveUp = (): void => void reader?.cancel().catch(() => undefined);
  let tooLate: Refusal | undefined;
  const stopWaiting = clock.after(timeoutMs, () => {
    tooLate = new Refusal(408, `The body did not arrive within ${timeoutMs} ms.`, {
      connection: 'close',
    });
    // Ends the read that waits.
    giveUp();
  });
  let text = '';
  let size = 0;
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      size += part.value.length;
      // The declared length may be missing or a lie.
      if (size > maxBytes) throw tooLarge(maxBytes);
      text += decoder.decode(part.value, { stream: true });
    }
    text += decoder.decode();
  } catch (error) {
    giveUp();
    if (error instanceof Refusal) throw error;
    throw tooLate ?? new Refusal(400, 'The body could not be read as UTF-8 text to its end.');
  } finally {
    stopWaiting();
  }
  if (tooLate) throw tooLate;
  return text;
}

function tooLarge(maxBytes: number): Refusal {
  return new Refusal(413, `The body is larger than ${maxBytes} bytes.`);
}
