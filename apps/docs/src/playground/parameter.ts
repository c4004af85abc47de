/** A number that a call can be asked with, as the API document describes it. */
export interface Parameter {
  readonly name: string;
  readonly isInteger: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly description: string;
  /** A value to begin with. */
  readonly example?: number;
}

/** "0 to 2", "at least 1", or nothing. */
export function boundsOf({ minimum, maximum }: Parameter): string {
  if (minimum !== undefined && maximum !== undefined) return `${minimum} to ${maximum}`;
  if (minimum !== undefined) return `at least ${minimum}`;
  return maximum === undefined ? '' : `at most ${maximum}`;
}

/** What is wrong with a value, or nothing. */
export function faultOfValue(parameter: Parameter, value: number): string | undefined {
  const { minimum = -Infinity, maximum = Infinity, isInteger } = parameter;
  if (!Number.isFinite(value)) return 'Expected a number.';
  if (value < minimum || value > maximum) return `Expected ${boundsOf(parameter)}.`;
  if (isInteger && !Number.isInteger(value)) return 'Expected a whole number.';
  return undefined;
}
