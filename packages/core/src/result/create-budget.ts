import { HermesError } from '../errors/hermes-error.ts';
import type { Budget, BudgetAmount, BudgetMeter } from '../model/budget.ts';
import type { ChatCompletionChunk } from '../model/chat-completion.ts';

/** The limits of a budget; what is left out has none. */
export interface BudgetLimits {
  /** US dollars. @defaultValue `Infinity` */
  usd?: number | undefined;
  /** Tokens, those of the prompts included. @defaultValue `Infinity` */
  tokens?: number | undefined;
}

/**
 * Makes a limit that calls, tool loops and clients can share. A call that begins when nothing is left
 * fails before anything is sent; a stream whose tokens pass the limit is stopped on its way and fails with
 * what had arrived in `partial`.
 *
 * Tokens are what the host counted, and until it says so, which is at the end, at least one for each piece
 * of text, thought or call that arrives. Dollars are what the host told; a host that tells none spends none
 * here. Calls that run at the same time can pass the limit together by what is under way.
 *
 * @param limits US dollars and tokens.
 * @throws HermesError `invalid_options` when a limit is no number of 0 or more.
 * @example
 * ```ts
 * import { createBudget, createHermes } from '@hermes4/core';
 *
 * const budget = createBudget({ usd: 0.5, tokens: 100_000 });
 * const hermes = createHermes({ apiKey: 'your key', budget });
 * await hermes.chat.completions.create({ messages: [{ role: 'user', content: 'Hello' }] });
 * console.log(budget.spent(), budget.remaining());
 * ```
 */
export function createBudget(limits: BudgetLimits): Budget {
  const { usd = Infinity, tokens = Infinity } = limits;
  if (!(usd >= 0 && tokens >= 0)) {
    throw new HermesError('A budget cannot be used: expected numbers of 0 or more.', {
      code: 'invalid_options',
      path: 'budget',
    });
  }
  const spent = { usd: 0, tokens: 0 };

  return {
    spent: () => ({ ...spent }),
    remaining: () => ({
      usd: Math.max(0, usd - spent.usd),
      tokens: Math.max(0, tokens - spent.tokens),
    }),
    begin: () => {
      if (spent.usd >= usd || spent.tokens >= tokens) throw exceeded('before this call', spent);
      return createMeter(spent, () => spent.tokens > tokens);
    },
  };
}

function createMeter(spent: { usd: number; tokens: number }, isOver: () => boolean): BudgetMeter {
  const call = { usd: 0, tokens: 0 };
  return { add, charge };

  function add(chunk: ChatCompletionChunk): HermesError | undefined {
    const { meta, usage, choices } = chunk;
    const exact = usage?.total_tokens;
    if (typeof exact === 'number') count('tokens', exact);
    else for (const { delta } of choices) if (says(delta)) count('tokens', call.tokens + 1);
    const { cost } = (usage ?? {}) as { readonly cost?: unknown };
    const told = meta?.usage?.usd_spent ?? cost;
    if (typeof told === 'number') charge(told);
    return isOver() ? exceeded('while this call was answered', spent) : undefined;
  }

  function charge(usd: number): void {
    count('usd', usd);
  }

  function count(what: keyof BudgetAmount, total: number): void {
    spent[what] += total - call[what];
    call[what] = total;
  }
}

function says(delta: ChatCompletionChunk['choices'][number]['delta']): boolean {
  return Boolean(delta?.content || delta?.reasoning_content || delta?.tool_calls?.length);
}

function exceeded(when: string, { usd, tokens }: BudgetAmount): HermesError {
  return new HermesError(
    `The budget was spent ${when}: ${tokens} tokens and ${usd} US dollars so far. Give the call a larger one.`,
    { code: 'budget_exceeded' },
  );
}
