import type { Clock } from '../../clock.ts';
import { Refusal } from '../../refusal.ts';
import { createStopper, type Stopper } from './stopper.ts';

/** What is sent. */
export interface UpstreamRequest {
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

/** How it is sent. */
export interface UpstreamOptions {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly clock: Clock;
  readonly headersMs: number;
  readonly idleMs: number;
  readonly maxResponseBytes: number;
  /** Aborted when the caller has gone. */
  readonly signal: AbortSignal;
}

/** An answer whose body is still on the wire. */
export interface UpstreamAnswer {
  readonly status: number;
  readonly headers: Headers;
  /**
   * The next of the body as the network brought it; `undefined` at its end.
   *
   * @throws Refusal 502 when it broke off, 504 after too long a silence; the caller's own reason when the
   *   caller has gone.
   */
  read(): Promise<Uint8Array | undefined>;
  /** Lets go of what is left. */
  close(): void;
}

/**
 * Sends a call up and waits for the headers.
 *
 * @throws Refusal 502 when there is no answer, 504 after too long a silence; the caller's own reason when
 *   the caller has gone.
 */
export async function callUpstream(
  { url, headers, body }: UpstreamRequest,
  options: UpstreamOptions,
): Promise<UpstreamAnswer> {
  const { fetch, headersMs } = options;
  const stopper = createStopper(options.signal, options.clock);
  const tooSlow = (): Refusal =>
    new Refusal(504, `The upstream did not answer within ${headersMs} ms.`);
  try {
    const init = {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: stopper.signal,
    } as const;
    const answered = Promise.resolve(fetch(url, init));
    const response = await stopper.wait(answered, { ms: headersMs, tooSlow, late: letGo });
    return answerOf(response, stopper, options);
  } catch (error) {
    stopper.release();
    throw stopper.reasonOf(error, unreachable);
  }
}

function answerOf(
  { status, headers, body }: Response,
  stopper: Stopper,
  { idleMs, maxResponseBytes }: UpstreamOptions,
): UpstreamAnswer {
  const reader = body?.getReader();
  const tooSlow = (): Refusal =>
    new Refusal(504, `The upstream broke off its answer: silent for ${idleMs} ms.`);
  let size = 0;

  return { status, headers, read, close };

  async function read(): Promise<Uint8Array | undefined> {
    try {
      const part = reader && (await stopper.wait(reader.read(), { ms: idleMs, tooSlow }));
      size += part?.value?.length ?? 0;
      if (size > maxResponseBytes) throw tooLarge(maxResponseBytes);
      if (part && !part.done) return part.value;
      stopper.release();
      return undefined;
    } catch (error) {
      close();
      throw stopper.reasonOf(error, brokenOff);
    }
  }

  function close(): void {
    stopper.release();
    reader?.cancel().catch(() => undefined);
  }
}

function tooLarge(bytes: number): Refusal {
  return new Refusal(
    502,
    `The upstream's answer was larger than ${bytes} bytes and was broken off.`,
  );
}

function unreachable(error: unknown): Refusal {
  return new Refusal(502, `The upstream could not be reached${codeOf(error)}.`);
}

function brokenOff(error: unknown): Refusal {
  return new Refusal(502, `The upstream broke off its answer${codeOf(error)}.`);
}

/** The platform's word for what went wrong; its sentences may name addresses, or the key. */
function codeOf(error: unknown): string {
  let inner = error;
  for (let depth = 0; depth < 8 && inner instanceof Error; depth++) {
    const { code } = inner as { code?: unknown };
    if (typeof code === 'string' && /^[A-Z][A-Z\d_]{1,50}$/.test(code)) return ` (${code})`;
    inner = inner.cause;
  }
  return '';
}

function letGo(response: Response): void {
  response.body?.cancel().catch(() => undefined);
}
