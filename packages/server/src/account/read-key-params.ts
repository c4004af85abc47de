import { check, describeIssues, endpoints, type ParameterSchema } from '@hermes4/core/internal';
import type { Clock } from '../clock.ts';
import { readText } from '../read-text.ts';
import { Refusal } from '../refusal.ts';
import type { KeyChange } from './store.ts';

/** What a body says of a key. */
export type KeyParams = Omit<KeyChange, 'updatedAt'>;

/** More than any description of a key takes, in bytes and in milliseconds. */
const LIMITS = { maxBytes: 65_536, timeoutMs: 60_000 } as const;

const { body: patch = {} } = endpoints.updateKey;
const { name = {}, limit = {} } = patch.properties ?? {};

/** What each method takes. PUT, which the API document leaves out, takes the nulls that clear a name and a limit. */
const SCHEMAS: Readonly<Record<'POST' | 'PATCH' | 'PUT', ParameterSchema>> = {
  POST: endpoints.createKey.body ?? {},
  PATCH: patch,
  PUT: {
    ...patch,
    properties: {
      ...patch.properties,
      name: { ...name, type: ['string', 'null'] },
      limit: { ...limit, type: ['object', 'null'] },
    },
  },
};

/**
 * Reads the body of a request that makes or changes a key. A new key needs none.
 *
 * @throws Refusal 400 for what the API document does not allow, 408 for a body that is too slow, 413 for too
 *   much of it.
 */
export async function readKeyParams(
  request: Request,
  method: 'POST' | 'PATCH' | 'PUT',
  clock: Clock,
): Promise<KeyParams> {
  const text = await readText(request, { ...LIMITS, clock });
  const body = text === '' && method === 'POST' ? {} : parse(text);
  const issues = check(body, SCHEMAS[method], {});
  if (issues.length > 0) throw refuse(describeIssues(issues));
  const given = body as KeyParams;
  return Object.fromEntries(
    (['name', 'disabled', 'scopes', 'limit'] as const)
      .filter((field) => given[field] !== undefined)
      .map((field) => [field, field === 'limit' ? onlyLimit(given.limit) : given[field]]),
  );
}

/** A limit may come with other fields, which nobody should find in the books. */
function onlyLimit(limit: KeyParams['limit']): KeyParams['limit'] {
  if (!limit) return limit;
  const { retention, threshold } = limit;
  return { ...(retention && { retention }), ...(threshold !== undefined && { threshold }) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse('The body is not valid JSON.');
  }
}

function refuse(what: string): Refusal {
  return new Refusal(400, `Body validation error! ${what}`);
}
