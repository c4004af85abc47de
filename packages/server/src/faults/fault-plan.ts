import type { Call } from '../call.ts';
import { Refusal } from '../refusal.ts';
import { checkFault } from './check-fault.ts';
import type { Fault } from './fault.ts';

/** When a fault is played. Of several rules that apply to a call, the first one is. */
export interface FaultRule {
  /** What goes wrong. */
  readonly fault: Fault;
  /** Which calls count. @defaultValue all */
  readonly match?:
    | {
        /** Only those that ask for a stream, or only those that do not. @defaultValue both */
        readonly stream?: boolean | undefined;
        /** Only those whose body has this in it, letter for letter. @defaultValue any */
        readonly text?: string | undefined;
      }
    | undefined;
  /** For how many of the calls that count. @defaultValue for all of them */
  readonly times?: number | undefined;
  /** For each k-th of the calls that count. @defaultValue each */
  readonly every?: number | undefined;
  /** With which probability, from 0 to 1, drawn from the plan's seed. @defaultValue 1 */
  readonly probability?: number | undefined;
}

/** A script of faults and how far it has got. */
export interface FaultPlan {
  /** The fault for a call, if one is due. */
  next(call: Pick<Call, 'request' | 'text'>): Fault | undefined;
  rules(): readonly FaultRule[];
  /** Starts over with another script. */
  replace(rules: readonly FaultRule[]): void;
}

/**
 * Makes a plan.
 *
 * @param random From 0 up to, not including, 1.
 */
export function createFaultPlan(rules: readonly FaultRule[], random: () => number): FaultPlan {
  let running = rules.map(start);
  return {
    next: (call) => running.find((rule) => rule.isDue(call))?.fault,
    rules: () => running.map((rule) => rule.left()),
    replace: (next) => {
      running = next.map(start);
    },
  };

  function start(rule: FaultRule): {
    fault: Fault;
    isDue(call: Pick<Call, 'request' | 'text'>): boolean;
    left(): FaultRule;
  } {
    const { fault, match, every = 1, probability = 1 } = rule;
    let { times = Infinity } = rule;
    let seen = 0;
    return { fault, isDue, left: () => (times === Infinity ? rule : { ...rule, times }) };

    function isDue({ request, text }: Pick<Call, 'request' | 'text'>): boolean {
      if (times === 0) return false;
      if (match?.stream !== undefined && match.stream !== (request.stream ?? false)) return false;
      if (match?.text !== undefined && !text.includes(match.text)) return false;
      seen += 1;
      if (seen % every !== 0 || (probability < 1 && random() >= probability)) return false;
      times -= 1;
      return true;
    }
  }
}

/**
 * Checks a script that came from outside.
 *
 * @throws Refusal 400 that names the place.
 */
export function checkRules(given: unknown, place: string): FaultRule[] {
  if (!Array.isArray(given)) throw new Refusal(400, `${place}: expected a list of rules.`);
  return given.map((rule: unknown, index) => checkRule(rule, `${place}[${index}]`));
}

const LEAST = { times: 0, every: 1, probability: 0 } as const;

function checkRule(given: unknown, place: string): FaultRule {
  const rule = (given ?? {}) as Record<string, unknown>;
  checkFault(rule['fault'], `${place}.fault`);
  for (const [name, value] of Object.entries(rule)) {
    if (name === 'fault' || value === undefined) continue;
    if (name === 'match') checkMatch(value, `${place}.match`);
    else if (!(name in LEAST)) {
      throw new Refusal(
        400,
        `${place}.${name}: a rule has fault, match, times, every, probability.`,
      );
    } else checkNumber(value, name as keyof typeof LEAST, `${place}.${name}`);
  }
  return given as FaultRule;
}

function checkNumber(value: unknown, name: keyof typeof LEAST, place: string): void {
  const isWhole = name === 'probability' || Number.isSafeInteger(value);
  const most = name === 'probability' ? 1 : Infinity;
  if (typeof value === 'number' && isWhole && value >= LEAST[name] && value <= most) return;
  const kind =
    name === 'probability' ? 'a number from 0 to 1' : `a whole number of at least ${LEAST[name]}`;
  throw new Refusal(400, `${place}: expected ${kind}.`);
}

function checkMatch(given: unknown, place: string): void {
  for (const [name, value] of Object.entries((given ?? {}) as Record<string, unknown>)) {
    const isGood =
      (name === 'stream' && typeof value === 'boolean') ||
      (name === 'text' && typeof value === 'string');
    if (!isGood)
      throw new Refusal(400, `${place}.${name}: expected stream (true or false) or text.`);
  }
}
