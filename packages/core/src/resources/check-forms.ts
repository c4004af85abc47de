import type { Endpoint } from './endpoint.ts';
import { forms, LONGEST_WINDOW, momentOf } from './forms.ts';

/** The parameters of one call, by name; those of the path are in braces. */
export type Parameters = Readonly<Record<string, unknown>>;

/** One parameter that the host would refuse or, worse, misread. */
export interface Fault {
  readonly path: string;
  readonly expected: string;
}

/**
 * Finds the first mistake that the host's documentation warns of. It says what was expected and never
 * what was given, which may be a whole key.
 */
export function findFault(parameters: Parameters, endpoint?: Endpoint): Fault | undefined {
  for (const [path, value] of Object.entries(parameters)) {
    const form = forms[path];
    if (!form) continue;
    const [fits, expected] = form;
    if (![value].flat().every((text) => typeof text === 'string' && fits(text)))
      return { path: path.replace(/[{}]/g, ''), expected };
  }
  return endpoint && faultOfRange(parameters as Readonly<Record<string, string>>, endpoint);
}

/** The parameters have their forms by now. */
function faultOfRange(
  { period, start, end, from, to }: Readonly<Record<string, string>>,
  { query }: Endpoint,
): Fault | undefined {
  if (query?.['period']) {
    const hasRange = start !== undefined && end !== undefined;
    const hasHalf = !hasRange && (start ?? end) !== undefined;
    if (hasHalf || hasRange === (period !== undefined))
      return { path: 'period', expected: 'either period, or both start and end' };
    const length = hasRange ? momentOf(end) - momentOf(start) : 0;
    if (length < 0) return { path: 'end', expected: 'a moment not before start' };
    if (length > LONGEST_WINDOW)
      return { path: 'end', expected: 'a moment at most 92 days after start' };
  }
  if (from !== undefined && to !== undefined && momentOf(to) <= momentOf(from))
    return { path: 'to', expected: 'a moment after from' };
  return undefined;
}
