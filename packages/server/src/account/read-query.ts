import {
  check,
  describeIssues,
  type EndpointName,
  endpoints,
  findFault,
  type ParameterSchema,
} from '@hermes4/core/internal';
import { Refusal } from '../refusal.ts';

/** The parameters of a query by their names, numbers as numbers, what may be repeated as lists. */
export type Query = Readonly<Record<string, unknown>>;

/** The host does not refuse a name with a comma: it is one long name, which fits nothing. */
const FREE_TEXT: readonly string[] = ['aliases', 'model'];

/**
 * Reads a query as the API document describes it.
 *
 * @throws Refusal 400 that names the parameter: one that is unknown, repeated, out of range or not in
 *   its form, or a window of time that is none.
 */
export function readQuery(name: EndpointName, { searchParams }: URL): Query {
  const endpoint = endpoints[name];
  const asked = endpoint.query ?? {};
  const query = Object.fromEntries(
    [...new Set(searchParams.keys())].map((key) => [
      key,
      read(searchParams.getAll(key), Object.hasOwn(asked, key) ? asked[key] : undefined),
    ]),
  );
  const schema = { type: 'object', properties: asked, additionalProperties: false } as const;
  const issues = check(query, schema, {});
  if (issues.length > 0) throw refuse(describeIssues(issues));
  const inForm = Object.entries(query).filter(([key]) => !FREE_TEXT.includes(key));
  const fault = findFault(Object.fromEntries(inForm), endpoint);
  if (fault) throw refuse(`${fault.path}: expected ${fault.expected}.`);
  return query;
}

function read(values: readonly string[], schema: ParameterSchema | undefined): unknown {
  if (schema?.type === 'array' || values.length > 1) return values;
  const [text = ''] = values;
  return schema?.type === 'integer' && /^-?\d+$/.test(text) ? Number(text) : text;
}

function refuse(what: string): Refusal {
  return new Refusal(400, `Query validation error! ${what}`);
}
