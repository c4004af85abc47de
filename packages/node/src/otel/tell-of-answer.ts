import { passOn } from '../pass-on.ts';
import { describeEnd } from './describe-end.ts';
import type { TracedCall } from './traced-call.ts';
import { type AnswerWatch, interrupted } from './watch-answer.ts';

/** Gives an answer on; as it is read, its call learns what has come, and ends. */
export function tellOfAnswer(response: Response, call: TracedCall, answer: AnswerWatch): Response {
  const { status, statusText, headers, body } = response;
  if (!body) {
    end();
    return response;
  }
  const passed = passOn(body, {
    onBytes(bytes) {
      const isFirst = !answer.hasBegun();
      answer.push(bytes);
      if (isFirst && answer.hasBegun()) call.firstChunk();
    },
    onEnd: end,
    onBreak: () => stop(interrupted()),
    onLeave: stop,
  });
  return new Response(passed, { status, statusText, headers });

  function end(): void {
    answer.end();
    stop(undefined);
  }

  function stop(reason: unknown): void {
    const early = answer.isWhole() ? undefined : describeEnd(answer.failure() ?? reason);
    call.end(early, answer.completion());
  }
}
