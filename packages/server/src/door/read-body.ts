import type { Clock } from '../clock.ts';
import { Refusal } from '../refusal.ts';

/** How much of a body is read, and for how long. */
export interface BodyLimits {
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly clock: Clock;
}

/** A JSON body. */
export interface Body {
  /** As it was written. */
  readonly text: string;
  readonly value: unknown;
}

/** What recurses over a body, such as writing it as JSON again, must not run out of stack. */
const DEEPEST = 500;

/**
 * Reads a JSON body.
 *
 * @throws Refusal 415 for another content type or a compressed body, 413 past `maxBytes`, 408 past
 *   `timeoutMs`, 400 for what is not JSON or is nested too deeply.
 */
export async function readBody(request: Request, limits: BodyLimits): Promise<Body> {
  checkType(request.headers);
  const text = await readText(request, limits);
  const value = parse(text);
  if (isDeeperThan(DEEPEST, value)) {
    throw new Refusal(400, `The body is nested more than ${DEEPEST} levels deep.`);
  }
  return { text, value };
}

function checkType(headers: Headers): void {
  const type = headers.get('content-type') ?? '';
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type)) {
    throw new Refusal(415, `Expected content-type application/json, received ${type || 'none'}.`);
  }
  const coding = headers.get('content-encoding') ?? 'identity';
  if (coding.toLowerCase() === 'identity') return;
  throw new Refusal(415, `Expected a body that is not compressed, received ${coding}.`, {
    'accept-encoding': 'identity',
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Refusal(
      400,
      `The body is not valid JSON: ${cause instanceof Error ? cause.message : 'unreadable'}.`,
    );
  }
}

async function readText(
  { headers, body }: Request,
  { maxBytes, timeoutMs, clock }: BodyLimits,
): Promise<string> {
  const tooLarge = new Refusal(413, `The body is larger than ${maxBytes} bytes.`);
  if (Number(headers.get('content-length')) > maxBytes) throw tooLarge;
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
      if (size > maxBytes) throw tooLarge;
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

function isDeeperThan(limit: number, value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap(childrenOf);
  }
  return false;
}

function childrenOf(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}
