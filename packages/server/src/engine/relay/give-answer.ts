import { createPassage } from './create-passage.ts';
import type { OpenedCall } from './open-upstream.ts';
import { passBody } from './pass-body.ts';
import { repairWhole } from './repair.ts';
import { responseHeaders } from './response-headers.ts';

/** Statuses whose answers have no body. */
const BODILESS = [204, 205];

/** Whether an answer is a stream of events, in which a failure can be told. */
export function isEventStream(headers: Headers): boolean {
  return /^text\/event-stream\b/i.test(headers.get('content-type') ?? '');
}

/**
 * Gives an answer out, as fast as the caller reads.
 *
 * @param signal Aborted when the caller has gone.
 * @throws Refusal when the answer has to be whole before it is given out, and breaks off.
 */
export async function giveAnswer(
  { plan, answer }: OpenedCall,
  signal: AbortSignal,
): Promise<Response> {
  const { status } = answer;
  try {
    const isEvents = isEventStream(answer.headers);
    const repair = status < 300 && !BODILESS.includes(status) ? plan.repair : undefined;
    const passage = createPassage({ ...plan, repair: isEvents ? repair : undefined });
    const headers = responseHeaders(answer.headers, plan.secrets);
    if (repair) headers.set('x-hermes4-repaired', 'true');
    const body =
      repair && !isEvents
        ? await repairWhole(answer, { passage, context: repair })
        : passBody(answer, { passage, isEvents, signal });
    return new Response(BODILESS.includes(status) ? null : body, { status, headers });
  } catch (error) {
    answer.close();
    throw error;
  }
}
