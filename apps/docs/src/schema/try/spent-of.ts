/** What an answer says of its tokens and of its price. */
export interface Spent {
  readonly promptTokens?: number;
  readonly completionTokens?: number;
  readonly usd?: number;
}

interface Told {
  readonly usage?: {
    readonly prompt_tokens?: unknown;
    readonly completion_tokens?: unknown;
  } | null;
  readonly meta?: { readonly usage?: { readonly usd_spent?: unknown } | null } | null;
}

/** Reads what an answer cost, from one JSON value or from the last events that say it. */
export function spentOf(text: string): Spent {
  return valuesOf(text).reduce<Spent>((spent, { usage, meta }) => {
    const usd = meta?.usage?.usd_spent;
    const { prompt_tokens: prompt, completion_tokens: completion } = usage ?? {};
    return {
      ...spent,
      ...(typeof prompt === 'number' && { promptTokens: prompt }),
      ...(typeof completion === 'number' && { completionTokens: completion }),
      ...(typeof usd === 'number' && { usd }),
    };
  }, {});
}

/** Whatever in an answer is an object: itself, or the data of its events. */
function valuesOf(text: string): Told[] {
  const whole = parse(text);
  if (whole) return [whole];
  return text
    .split('\n')
    .filter((line) => line.startsWith('data:'))
    .flatMap((line) => parse(line.slice('data:'.length)) ?? []);
}

function parse(text: string): Told | undefined {
  try {
    const value = JSON.parse(text) as Told | null;
    return typeof value === 'object' ? (value ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}
