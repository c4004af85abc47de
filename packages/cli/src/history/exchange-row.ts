import type { ChatCompletionMessageInput } from '@hermes4/node';
import type { Exchange, NewExchange } from './exchange.ts';
import type { Value } from './sqlite-driver.ts';

/** An exchange as its table has it. */
export interface ExchangeRow {
  readonly id: number;
  readonly conversation: number;
  readonly parent: number | null;
  readonly at: number;
  readonly origin: string;
  readonly model: string;
  readonly system: string | null;
  readonly messages: string;
  readonly answer: string;
  readonly finish_reason: string | null;
  readonly parameters: string | null;
  readonly usage: string | null;
  readonly usd: number | null;
}

/** The columns that an exchange is written to, in order; `rowOf` gives their values. */
export const WRITTEN = [
  'conversation',
  'parent',
  'at',
  'origin',
  'model',
  'system',
  'messages',
  'answer',
  'finish_reason',
  'parameters',
  'usage',
  'usd',
  'asked',
  'answered',
] as const;

/** An exchange as the values of its columns. */
export function rowOf(exchange: NewExchange, conversation: number): Value[] {
  const { parent, at, origin, model, system, messages, answer, finishReason } = exchange;
  const { parameters, usage, usd } = exchange;
  return [
    conversation,
    parent ?? null,
    at,
    origin,
    model,
    system ?? null,
    JSON.stringify(messages),
    JSON.stringify(answer),
    finishReason,
    toJson(parameters),
    toJson(usage),
    usd ?? null,
    messages.map(textOf).join('\n'),
    textOf(answer),
  ];
}

/** The exchange of a row. */
export function exchangeOf(row: ExchangeRow): Exchange {
  const { id, conversation, parent, at, origin, model, system, usd } = row;
  return {
    id,
    conversation,
    ...(parent !== null && { parent }),
    at,
    origin,
    model,
    ...(system !== null && { system }),
    messages: JSON.parse(row.messages) as Exchange['messages'],
    answer: JSON.parse(row.answer) as Exchange['answer'],
    finishReason: row.finish_reason,
    ...(row.parameters !== null && {
      parameters: JSON.parse(row.parameters) as Record<string, unknown>,
    }),
    ...(row.usage !== null && {
      usage: JSON.parse(row.usage) as NonNullable<Exchange['usage']>,
    }),
    ...(usd !== null && { usd }),
  };
}

/** The words of a message; a file has none. */
export function textOf({ content }: ChatCompletionMessageInput): string {
  if (typeof content === 'string') return content;
  const parts = (content ?? []) as readonly { readonly type: string; readonly text?: string }[];
  return parts.flatMap(({ text }) => text ?? []).join('\n');
}

function toJson(value: object | undefined): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
