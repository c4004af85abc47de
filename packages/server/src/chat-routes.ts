import { type AnswerSetup, answerCall } from './answer-call.ts';
import type { Call, CallRecord, Route, Visit } from './call.ts';
import { beginCallLog, type CallLog } from './call-log.ts';
import type { Clock } from './clock.ts';
import type { Door } from './door/create-door.ts';
import type { Lease } from './door/limiter.ts';
import type { Engine } from './engine/engine.ts';
import type { Faults } from './faults/create-faults.ts';
import { asRefusal } from './refusal.ts';
import type { Resume } from './resume/create-resume.ts';

/** What chat calls pass through. */
export interface ChatSetup extends AnswerSetup {
  readonly engine: Engine;
  readonly door: Door;
  readonly faults: Faults;
  readonly resume?: Resume | undefined;
  readonly clock: Clock;
  /** A call begins. */
  began(): void;
  /** A call is over, however it ended. */
  ended(record: CallRecord, call: Call | undefined): void;
}

/** The paths of the API's one call; the second is for a base URL without a version. */
const PATHS = ['/v1/chat/completions', '/chat/completions'];

/** Makes the routes that answer chat calls: door, faults, engine, and the books at the end. */
export function createChatRoutes(setup: ChatSetup): Route[] {
  const { engine, door, faults, resume, clock } = setup;
  return PATHS.map((path) => ({ method: 'POST', path, handle: (visit) => chat(path, visit) }));

  async function chat(path: string, { request, identity }: Visit): Promise<Response> {
    let lease: Lease | undefined;
    const known = {
      id: identity.id,
      method: 'POST',
      path,
      engine: engine.name,
      clientRequestId: identity.headers['x-client-request-id'],
    };
    setup.began();
    const log = beginCallLog(known, clock, (record, call) => {
      // What was refused has taken nothing.
      void lease?.end(record.end === 'refused' ? undefined : record);
      setup.ended(record, call);
    });
    try {
      const caller = await door.authorize(request);
      const admitted = door.admit(caller, await door.read(request));
      lease = await door.begin(caller, admitted);
      const { headers, signal } = request;
      const named = { ...identity, headers: { ...identity.headers, ...lease.headers } };
      const call = { ...admitted, identity: named, caller, headers, signal };
      log.admitted(call);
      return await faults.play(
        call,
        () => answer(call, log),
        (fault) => log.fault(fault),
      );
    } catch (error) {
      log.refused(asRefusal(error));
      throw error;
    }
  }

  function answer(call: Call, log: CallLog): Promise<Response> {
    const begin = (held: Call): Promise<Response> => answerCall(held, engine, setup, log);
    return resume ? resume.hold(call, begin) : begin(call);
  }
}
