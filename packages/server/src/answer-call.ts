import { answerTokens } from './answer/answer-tokens.ts';
import type { AnswerOptions } from './answer/work.ts';
import type { Call } from './call.ts';
import type { CallLog } from './call-log.ts';
import type { Engine } from './engine/engine.ts';
import { tapAnswer } from './tap/tap-answer.ts';

/** What every answer of a server has in common. */
export type AnswerSetup = Omit<AnswerOptions, 'engine' | 'onEnd'>;

/** Answers a call that was let in, with an engine of either kind; the log is told how it ended. */
export async function answerCall(
  call: Call,
  engine: Engine,
  setup: AnswerSetup,
  log: CallLog,
): Promise<Response> {
  if ('generate' in engine) {
    return answerTokens(call, {
      ...setup,
      engine,
      onEnd: ({ cost, refusal, ...ending }) =>
        log.ended({ ...ending, usd: cost?.usd, status: refusal?.status ?? 200 }),
    });
  }
  const { request, text, headers, signal } = call;
  const passed = await engine.answer({ request, text, headers, signal });
  const { status } = passed;
  const told = tapAnswer(passed, (end) => log.ended({ ...end, status }), setup.clock);
  const own = new Headers(told.headers);
  for (const [name, value] of Object.entries(call.identity.headers)) own.set(name, value);
  return new Response(told.body, { status, headers: own });
}
