import { joinBytes } from '@hermes4/core/internal';
import type { UpstreamAnswer } from '../call-upstream.ts';
import { isEventStream } from '../give-answer.ts';

/** A whole answer that is longer is passed on as it comes. */
const MOST_HELD = 2 ** 20;

/**
 * Reads the beginning of an answer and keeps it back, so that an answer that breaks off before it has begun can
 * still be asked of somebody else: of a stream the first that comes, of a whole answer all, unless it is long.
 *
 * @returns The same answer, to be read from its beginning, and whether it is a stream that begins with an error or
 *   with nothing.
 * @throws What the answer's `read` throws.
 */
export async function holdBeginning(
  answer: UpstreamAnswer,
): Promise<{ readonly answer: UpstreamAnswer; readonly isFailure: boolean }> {
  const isEvents = isEventStream(answer.headers);
  const parts: Uint8Array[] = [];
  let size = 0;
  let part = await answer.read();
  while (part) {
    parts.push(part);
    size += part.length;
    if ((isEvents && size > 0) || size > MOST_HELD) break;
    part = await answer.read();
  }
  const beginning = joinBytes(parts);
  const isFailure = isEvents && (size === 0 || beginsWithError(beginning));
  return { answer: replayed(answer, { beginning, isAll: part === undefined }), isFailure };
}

function replayed(
  answer: UpstreamAnswer,
  { beginning, isAll }: { readonly beginning: Uint8Array; readonly isAll: boolean },
): UpstreamAnswer {
  let held: Uint8Array | undefined = beginning.length > 0 ? beginning : undefined;
  return {
    status: answer.status,
    headers: answer.headers,
    async read() {
      const part = held ?? (isAll ? undefined : await answer.read());
      held = undefined;
      return part;
    },
    close() {
      held = undefined;
      answer.close();
    },
  };
}

/** Hosts whose status has been sent tell in an event that they cannot answer. */
function beginsWithError(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 64));
  return /^(?:event: *error\r?\n)?data: *\{ *"error" *: *[{"]/.test(start);
}
