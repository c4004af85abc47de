import { checkFault } from './check-fault.ts';
import { FAULTS, type Fault, type FaultName } from './fault.ts';

/**
 * Reads the header `x-hermes4-fault`: a fault's name, `=` and its first parameter, then further ones behind
 * semicolons, in the spelling of headers: `status=503; retry-after=2`, `drop=3`, `hang`.
 *
 * @throws Refusal 400 that says what cannot be read.
 */
export function parseFault(header: string): Fault {
  const [head = '', ...rest] = header.split(';').map((part) => part.trim());
  const [fault, first] = pair(head);
  const kinds = Object.hasOwn(FAULTS, fault) ? FAULTS[fault as FaultName] : {};
  const [main] = Object.keys(kinds);
  const given: Record<string, unknown> = { fault };
  if (first !== undefined) set(main ?? 'value', first);
  for (const part of rest) {
    const [name, value = 'true'] = pair(part);
    set(
      name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    );
  }
  return checkFault(given, 'x-hermes4-fault');

  function set(name: string, value: string): void {
    given[name] = kinds[name] === 'text' || kinds[name] === 'shape' ? value : literal(value);
  }
}

function pair(part: string): [name: string, value?: string] {
  const at = part.indexOf('=');
  return at === -1 ? [part] : [part.slice(0, at).trim(), part.slice(at + 1).trim()];
}

function literal(value: string): unknown {
  if (value === 'true' || value === 'false') return value === 'true';
  return value !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
}
