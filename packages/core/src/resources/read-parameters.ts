import type { Parameters } from './check-forms.ts';
import type { Endpoint } from './endpoint.ts';

/**
 * The query as the API document has it: a `Date` as a moment, a single value of a list as a list, and
 * nothing that was left out.
 */
export function readParameters(query: object, endpoint: Endpoint): Parameters {
  const asked = endpoint.query ?? {};
  return Object.fromEntries(
    Object.entries(query)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]: [string, unknown]) => {
        if (value instanceof Date) return [name, value.toJSON()];
        return [name, asked[name]?.type === 'array' ? [value].flat() : value];
      }),
  );
}
