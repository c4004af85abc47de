import { type Clock, systemClock } from '../clock.ts';
import { createAnswerReader } from './answer-reader.ts';
import type { TappedEnd } from './tapped-end.ts';

/**
 * Passes an answer on and tells what it said when it has ended. The bytes are not touched, nor cut
 * otherwise, nor read before the caller asks for them. An event or a whole answer of more than 4 MiB is
 * passed on unread.
 *
 * @param onEnd Called exactly once, unless the answer is neither read nor cancelled.
 * @param clock What tells the time of the first content.
 */
export function tapAnswer(
  response: Response,
  onEnd: (end: TappedEnd) => void,
  clock: Clock = systemClock,
): Response {
  const { status, statusText, headers, body } = response;
  const answer = createAnswerReader({ status, headers }, () => clock.now());
  const reader = body?.getReader();
  let isTold = false;

  if (!reader) {
    tell('ended');
    return response;
  }
  const passed = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const part = await reader.read().catch((error: unknown) => {
          tell('broken');
          throw error;
        });
        if (part.done) {
          tell('ended');
          controller.close();
          return;
        }
        answer.push(part.value);
        controller.enqueue(part.value);
      },
      async cancel(reason) {
        tell('left');
        await reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(passed, { status, statusText, headers });

  function tell(how: 'ended' | 'broken' | 'left'): void {
    if (isTold) return;
    isTold = true;
    onEnd(answer.end(how));
  }
}
