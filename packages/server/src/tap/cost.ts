import { isRecord } from '@hermes4/core/internal';

/** What a host says that an answer cost. */
export interface SaidCost {
  credits?: number;
  usd?: number;
}

/** The cost in the headers of a whole answer, as the hosted API sends it. */
export function costInHeaders(headers: Headers): SaidCost {
  return said(headers.get('x-aimlapi-credits-used'), headers.get('x-aimlapi-usd-spent'));
}

/** The cost in a chunk or a completion: the hosted API's `meta.usage`, or OpenRouter's `usage.cost`. */
export function costIn({ meta, usage }: Readonly<Record<string, unknown>>): SaidCost {
  const own = isRecord(meta) && isRecord(meta['usage']) ? meta['usage'] : {};
  const routed = isRecord(usage) ? usage['cost'] : undefined;
  return said(own['credits_used'], own['usd_spent'] ?? routed);
}

function said(credits: unknown, usd: unknown): SaidCost {
  const cost: SaidCost = {};
  if (isAmount(credits)) cost.credits = Number(credits);
  if (isAmount(usd)) cost.usd = Number(usd);
  return cost;
}

/** Amounts come as numbers, and in headers as decimal text. */
function isAmount(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value);
}
