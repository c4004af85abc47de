import type { PoolUpstream, RelayPoolOptions } from '@hermes4/server';
import { isOneSlipAway } from '../../choose-command.ts';
import { UsageError } from '../../failure.ts';
import { readGiven } from '../../files/read-given.ts';
import type { Io } from '../../io.ts';

/** What a field may hold, as `typeof` names it. */
type Forms = Readonly<Record<string, readonly string[]>>;

const POOL: Forms = {
  upstreams: ['list'],
  attempts: ['number'],
  affinity: ['boolean'],
  ejection: ['object'],
  checks: ['boolean', 'object'],
  hedgeAfterMs: ['number'],
};

const UPSTREAM: Forms = {
  name: ['string'],
  baseURL: ['string'],
  host: ['string'],
  apiKeyEnv: ['string'],
  weight: ['number'],
  models: ['object'],
  headers: ['object'],
  timeouts: ['object'],
  repair: ['boolean', 'object'],
  maxResponseBytes: ['number'],
};

const INNER: Readonly<Record<string, Forms>> = {
  ejection: { failures: ['number'], baseMs: ['number'], maxMs: ['number'] },
  checks: {
    path: ['string'],
    intervalMs: ['number'],
    timeoutMs: ['number'],
    failures: ['number'],
  },
  timeouts: { headersMs: ['number'], idleMs: ['number'] },
  repair: { opensThinking: ['boolean'] },
};

/** Whose values are named by the person: each a text. */
const NAMED = ['models', 'headers'];

/**
 * Reads the file that names the upstreams of a relay. Keys are not in it: it names the variables that hold them.
 *
 * @throws UsageError that names the file, the field, and what was expected.
 */
export async function readPoolFile(
  path: string,
  io: Pick<Io, 'cwd' | 'env'>,
): Promise<RelayPoolOptions> {
  const fail = (sentence: string): never => {
    throw new UsageError(`${path}: ${sentence}`);
  };
  const value = parse(await readGiven(path, io, `${path} cannot be read`), fail);
  checkForm(value, '', POOL, fail);
  const { upstreams = [], ...options } = value as { upstreams?: unknown[] };
  for (const [index, one] of upstreams.entries()) {
    const at = `upstreams[${index}]`;
    if (isRecord(one) && 'apiKey' in one) {
      fail(`${at}.apiKey would keep a key in a file. Name a variable that holds it: apiKeyEnv.`);
    }
    checkForm(one, at, UPSTREAM, fail);
  }
  const withKeys = (upstreams as Listed[]).map((one, index) => withKey(one, index, io, fail));
  return { checks: true, ...options, upstreams: withKeys };
}

type Fail = (sentence: string) => never;
type Listed = PoolUpstream & { readonly apiKeyEnv?: string };

function parse(text: string, fail: Fail): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return fail(`it is no JSON: ${(error as Error).message}`);
  }
}

function checkForm(value: unknown, at: string, forms: Forms, fail: Fail): void {
  if (!isRecord(value)) return fail(`${at || 'it'} has to be an object.`);
  for (const [name, field] of Object.entries(value)) {
    const place = at ? `${at}.${name}` : name;
    const expected = forms[name];
    if (!expected) {
      const meant = Object.keys(forms).find((one) => isOneSlipAway(name, one));
      const hint = meant ?? Object.keys(forms).join(', ');
      return fail(
        `${place} is not known. ${meant ? `Did you mean ${hint}?` : `There are ${hint}.`}`,
      );
    }
    if (!expected.includes(formOf(field))) {
      return fail(`${place} has to be a ${expected.join(' or ')}, received ${formOf(field)}.`);
    }
    const inner = INNER[name];
    if (inner && isRecord(field)) checkForm(field, place, inner, fail);
    if (NAMED.includes(name)) checkTexts(field as object, place, fail);
  }
}

function checkTexts(values: object, at: string, fail: Fail): void {
  for (const [name, value] of Object.entries(values)) {
    if (typeof value !== 'string')
      fail(`${at}.${name} has to be a string, received ${formOf(value)}.`);
  }
}

function withKey(
  { apiKeyEnv, ...upstream }: Listed,
  index: number,
  { env }: Pick<Io, 'env'>,
  fail: Fail,
): PoolUpstream {
  if (apiKeyEnv === undefined) return upstream;
  const apiKey = env[apiKeyEnv] || fail(`upstreams[${index}].apiKeyEnv: ${apiKeyEnv} is not set.`);
  return { ...upstream, apiKey };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return formOf(value) === 'object';
}

function formOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}
