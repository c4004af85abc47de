import type { Operation, Request } from '../field.ts';

/** How the client makes a request to an operation. */
interface ClientCall {
  /** Below the client: `models.list`. */
  readonly method: string;
  /** Its arguments: the query as an object, the body, or the value of one parameter. */
  readonly takes: readonly string[];
  /** Whether `for await` goes through what it answers. */
  readonly isList?: boolean;
}

const CALLS: Readonly<Record<string, ClientCall>> = {
  createChatCompletion: { method: 'chat.completions.create', takes: ['body'] },
  listModels: { method: 'models.list', takes: ['query'], isList: true },
  retrieveModel: { method: 'models.retrieve', takes: ['id', 'query'] },
  getModelMetrics: { method: 'models.metrics', takes: ['aliases'] },
  getCurrentKey: { method: 'keys.current', takes: [] },
  listKeys: { method: 'keys.list', takes: [], isList: true },
  createKey: { method: 'keys.create', takes: ['body'] },
  updateKey: { method: 'keys.update', takes: ['prefix', 'body'] },
  deleteKey: { method: 'keys.delete', takes: ['prefix'] },
  getBalance: { method: 'billing.balance', takes: [] },
  getBillingDetail: { method: 'billing.detail', takes: [] },
  listTransactions: { method: 'billing.transactions', takes: ['query'], isList: true },
  getUsage: { method: 'usage.total', takes: ['query'] },
  getUsageDetail: { method: 'usage.detail', takes: ['query'] },
  listLogs: { method: 'logs.list', takes: ['query'], isList: true },
};

/** The client's method for an operation. */
export function clientCall({ id }: Pick<Operation, 'id'>): ClientCall {
  const call = CALLS[id];
  if (!call) throw new Error(`Nothing says how the client calls the operation ${id}.`);
  return call;
}

/** The arguments of the client's method for a request; those at the end that say nothing are left out. */
export function clientArguments(operation: Operation, { values, body }: Request): unknown[] {
  const valuesIn = (place: string): Record<string, unknown> =>
    Object.fromEntries(
      operation.parameters
        .filter((parameter) => parameter.place === place && values[parameter.name] !== undefined)
        .map(({ name }) => [name, values[name]]),
    );
  const args = clientCall(operation).takes.map((what) => {
    if (what === 'body') return body;
    return what === 'query' ? orNothing(valuesIn('query')) : values[what];
  });
  const headers = orNothing(valuesIn('header'));
  if (headers) args.push({ headers });
  while (args.length > 0 && args.at(-1) === undefined) args.pop();
  return args;
}

function orNothing(values: Record<string, unknown>): Record<string, unknown> | undefined {
  return Object.keys(values).length > 0 ? values : undefined;
}
