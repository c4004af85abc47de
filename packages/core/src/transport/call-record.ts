import type { ChatCompletion } from '../model/chat-completion.ts';
import type { RequestFacts } from '../model/request-facts.ts';
import type { Runtime } from '../model/runtime.ts';

/** What the host and the clock tell about one call. */
export interface CallRecord {
  begin(): void;
  /** The call has lasted this long already, in milliseconds. */
  elapsed(): number;
  /** Counts an attempt. */
  attempt(): void;
  attempts(): number;
  /** Takes down the headers of an answer. */
  answered(headers: Headers): void;
  content(): void;
  end(): void;
  requestId(): string | undefined;
  /** US dollars, if the headers told them. */
  usd(): number | undefined;
  readonly facts: (completion: ChatCompletion) => RequestFacts;
}

/** Starts an empty record. */
export function createCallRecord(
  runtime: Runtime,
  clientRequestId: string | undefined,
): CallRecord {
  let startedAt = 0;
  let headersMs: number | undefined;
  let firstContentMs: number | undefined;
  let totalMs: number | undefined;
  let attempts = 0;
  let headers: Headers | undefined;

  return {
    begin: () => void (startedAt = runtime.now()),
    elapsed,
    attempt: () => {
      attempts += 1;
      headers = undefined;
    },
    attempts: () => attempts,
    answered: (told) => {
      headers = told;
      headersMs = elapsed();
    },
    content: () => void (firstContentMs ??= elapsed()),
    end: () => void (totalMs ??= elapsed()),
    requestId,
    usd,
    facts,
  };

  function elapsed(): number {
    return runtime.now() - startedAt;
  }

  function requestId(): string | undefined {
    const names = ['x-inference-id', 'x-generation-id', 'x-request-id'];
    return names.map((name) => headers?.get(name)).find((id) => id) ?? undefined;
  }

  /** Read when asked for. The cost stands in headers, in `meta.usage` of the last chunk, or, in dollars, in `usage.cost`. */
  function facts({ meta, usage }: ChatCompletion): RequestFacts {
    const told = meta?.usage;
    const { cost } = (usage ?? {}) as { readonly cost?: unknown };
    return {
      id: requestId(),
      clientRequestId,
      credits: amount(headers?.get('x-aimlapi-credits-used')) ?? amount(told?.credits_used),
      usd: usd() ?? amount(told?.usd_spent) ?? amount(cost),
      attempts,
      timings: { startedAt, headersMs, firstContentMs, totalMs: totalMs ?? elapsed() },
    };
  }

  function usd(): number | undefined {
    return amount(headers?.get('x-aimlapi-usd-spent'));
  }
}

function amount(value: unknown): number | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) && number >= 0 ? number : undefined;
}
