import type { Call, Route } from '../call.ts';
import { type Clock, systemClock, waitOn } from '../clock.ts';
import { Refusal } from '../refusal.ts';
import { bend } from './bend.ts';
import { connectionLost } from './bends.ts';
import type { Fault, FaultName } from './fault.ts';
import { checkRules, createFaultPlan, type FaultRule } from './fault-plan.ts';
import { faultRoutes } from './fault-routes.ts';
import { hostedWords } from './hosted-words.ts';
import { parseFault } from './parse-fault.ts';

/** How things go wrong on purpose. */
export interface FaultOptions {
  /** The script; the first rule that is due decides. @defaultValue nothing goes wrong */
  readonly plan?: readonly FaultRule[] | undefined;
  /** Whether a call may ask for its own fault with the header `x-hermes4-fault`. @defaultValue `false` */
  readonly allowHeader?: boolean | undefined;
  /** What draws for rules with a probability, from 0 up to, not including, 1. */
  readonly random: () => number;
  readonly clock?: Clock | undefined;
}

/** The script that is played on the calls of one server. */
export interface Faults {
  /**
   * Answers a call, or does to its answer what the script says.
   *
   * @param told Is given the name of the fault, if there is one.
   * @throws What a `fetch` throws when a connection breaks, for a drop before the headers.
   */
  play(
    call: FaultCall,
    answer: () => Promise<Response>,
    told?: (fault: FaultName) => void,
  ): Promise<Response>;
  /** `GET`, `PUT` and `DELETE /admin/faults`: the script that is left, another one, none. */
  readonly routes: readonly Route[];
}

/** What of a call the script looks at. */
export type FaultCall = Pick<Call, 'request' | 'text' | 'headers' | 'signal'>;

/**
 * Starts a script.
 *
 * @throws Refusal 400 when a rule cannot be used.
 */
export function createFaults(options: FaultOptions): Faults {
  const { allowHeader = false, random, clock = systemClock } = options;
  const plan = createFaultPlan(checkRules(options.plan ?? [], 'faults.plan'), random);
  return { play, routes: faultRoutes(plan) };

  async function play(
    call: FaultCall,
    answer: () => Promise<Response>,
    told?: (fault: FaultName) => void,
  ): Promise<Response> {
    const fault = asked(call) ?? plan.next(call);
    if (!fault) return answer();
    told?.(fault.fault);
    return spoil(fault, call, answer);
  }

  function asked({ headers }: FaultCall): Fault | undefined {
    const header = headers.get('x-hermes4-fault');
    if (header === null) return undefined;
    if (allowHeader) return parseFault(header);
    throw new Refusal(400, 'x-hermes4-fault: this server does not let callers ask for faults.');
  }

  async function spoil(
    fault: Fault,
    { signal }: FaultCall,
    answer: () => Promise<Response>,
  ): Promise<Response> {
    const wait = (ms: number): Promise<void> => waitOn(clock, ms, signal);
    switch (fault.fault) {
      case 'status':
        throw refusal(fault);
      case 'delay':
        await wait(fault.ms);
        return answer();
      case 'hang':
        await wait(Infinity);
        return answer();
      case 'drop':
        if (fault.afterEvents === undefined) throw connectionLost();
        break;
      case 'html':
        return webPage(fault.status ?? 200);
      case 'empty':
        return new Response(null, { status: 200 });
      default:
    }
    return bend(await answer(), fault, { wait });
  }
}

function refusal({ status, retryAfter, message }: Extract<Fault, { fault: 'status' }>): Refusal {
  const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
  return new Refusal(status, message ?? hostedWords(status), headers);
}

function webPage(status: number): Response {
  const words = status === 200 ? 'Welcome' : `${status} ${hostedWords(status)}`;
  return new Response(
    `<html>\r\n<head><title>${words}</title></head>\r\n<body>\r\n<center><h1>${words}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`,
    { status, headers: { 'content-type': 'text/html' } },
  );
}
