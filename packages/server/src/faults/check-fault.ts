import { Refusal } from '../refusal.ts';
import { FAULTS, type Fault, type FaultName, type ParameterKind, REQUIRED } from './fault.ts';

const EXPECTED: Readonly<Record<ParameterKind, string>> = {
  count: 'a whole number of at least 0',
  milliseconds: 'milliseconds, at least 0',
  status: 'a status from 200 to 599',
  flag: 'true or false',
  text: 'text',
  shape: 'aimlapi, openrouter or vllm',
};

/**
 * Checks a fault that came from outside.
 *
 * @param given A value of any kind.
 * @param place Where it stands, for the words of the error.
 * @throws Refusal 400 that names the place, what was expected and what was given.
 */
export function checkFault(given: unknown, place: string): Fault {
  const { fault, ...parameters } = (given ?? {}) as Record<string, unknown>;
  if (typeof fault !== 'string' || !Object.hasOwn(FAULTS, fault)) {
    const known = Object.keys(FAULTS).join(', ');
    throw new Refusal(400, `${place}.fault: expected one of ${known}; received ${show(fault)}.`);
  }
  const name = fault as FaultName;
  const kinds = FAULTS[name];
  for (const [parameter, value] of Object.entries(parameters)) {
    const kind = kinds[parameter];
    if (kind === undefined) {
      const known = Object.keys(kinds).join(', ') || 'none';
      throw new Refusal(
        400,
        `${place}.${parameter}: ${name} has no such parameter; it has ${known}.`,
      );
    }
    if (!fits(value, kind)) {
      throw new Refusal(
        400,
        `${place}.${parameter}: expected ${EXPECTED[kind]}; received ${show(value)}.`,
      );
    }
  }
  const needed = REQUIRED[name];
  if (needed !== undefined && parameters[needed] === undefined) {
    const kind = kinds[needed] ?? 'text';
    throw new Refusal(400, `${place}.${needed}: ${name} needs it; expected ${EXPECTED[kind]}.`);
  }
  return given as Fault;
}

function fits(value: unknown, kind: ParameterKind): boolean {
  if (value === undefined) return true;
  if (kind === 'flag') return typeof value === 'boolean';
  if (kind === 'text') return typeof value === 'string' && /^[\x20-\x7e]*$/.test(value);
  if (kind === 'shape') return value === 'aimlapi' || value === 'openrouter' || value === 'vllm';
  if (kind === 'milliseconds') return typeof value === 'number' && value >= 0 && value < Infinity;
  if (!Number.isSafeInteger(value)) return false;
  return kind === 'count' ? Number(value) >= 0 : Number(value) >= 200 && Number(value) <= 599;
}

function show(value: unknown): string {
  return (value === undefined ? 'nothing' : JSON.stringify(value)).slice(0, 100);
}
