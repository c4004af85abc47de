import { type BodyLimits, readText } from '../read-text.ts';
import { Refusal } from '../refusal.ts';

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
