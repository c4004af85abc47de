import type { EndpointName } from './endpoints.generated.ts';

const MANAGE = 'This needs a management key, which only the dashboard makes.';
const NO_KEY = 'No key of the account within reach has this prefix.';
const OTHER_KEY = "Another key's figures need a management key.";
const KEYS = { 401: MANAGE, 403: MANAGE, 404: NO_KEY };
const FIGURES = { 403: OTHER_KEY, 404: NO_KEY };

const HINTS: Partial<Record<EndpointName, Readonly<Record<number, string>>>> = {
  retrieveModel: { 404: 'No model has this id or alias.' },
  listKeys: KEYS,
  createKey: KEYS,
  updateKey: KEYS,
  deleteKey: KEYS,
  listTransactions: { 403: 'This needs a regular key: a management key is refused.' },
  getUsage: FIGURES,
  getUsageDetail: FIGURES,
  listLogs: { ...FIGURES, 429: 'The host allows 200 requests in 60 seconds here.' },
};

/** What helps with this status at this operation, beyond what helps everywhere. */
export function hintFor(name: EndpointName, status: number | undefined): string | undefined {
  return status === undefined ? undefined : HINTS[name]?.[status];
}
