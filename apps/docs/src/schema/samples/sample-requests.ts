import type { Body, Request, Values } from '../field.ts';

/** What parameters are set to in the samples of an operation; what the API document has examples of bodies for is asked with each. */
const ASKED: Readonly<
  Record<string, readonly { readonly title: string; readonly values: Values }[]>
> = {
  listModels: [
    {
      title: 'One model, with its price',
      values: { id: ['nousresearch/hermes-4-405b'], include: ['pricing'] },
    },
    {
      title: 'All models that take text and use tools',
      values: { input_modalities: ['text'], capabilities: ['tools'] },
    },
    { title: 'All models', values: {} },
  ],
  retrieveModel: [
    { title: 'This model', values: { id: 'nousresearch/hermes-4-405b' } },
    {
      title: 'All that is said of it',
      values: { id: 'nousresearch/hermes-4-405b', details: true },
    },
  ],
  getModelMetrics: [
    { title: 'This model', values: { aliases: ['nousresearch/hermes-4-405b'] } },
    { title: 'All models', values: {} },
  ],
  updateKey: [{ title: 'A change', values: { prefix: 'b747e891' } }],
  deleteKey: [{ title: 'A key', values: { prefix: 'b747e891' } }],
  listTransactions: [
    { title: 'All of the ledger', values: {} },
    { title: 'The last ten charges', values: { direction: 'CHARGE', limit: 10 } },
  ],
  getUsage: [
    { title: 'The last day', values: { period: '24h' } },
    { title: 'A month', values: { start: '2026-07-01', end: '2026-08-01' } },
  ],
  getUsageDetail: [
    { title: 'The last week, by model', values: { period: '7d' } },
    {
      title: 'The last week, by day and model',
      values: { period: '7d', group_by: 'day,model', tz: 'Europe/Berlin' },
    },
  ],
  listLogs: [
    { title: 'The last day', values: { period: '24h' } },
    { title: 'Ten that failed', values: { period: '7d', status: ['failed'], limit: 10 } },
  ],
};

/** An example of a body, as the API document has it. */
export interface BodyExample {
  readonly title: string;
  readonly body: Body;
}

/** The requests that a page shows for an operation: there is always one. */
export function sampleRequests(id: string, examples: readonly BodyExample[]): Request[] {
  const asked = ASKED[id] ?? [{ title: 'As it is', values: {} }];
  if (examples.length === 0) return [...asked];
  const values = asked[0]?.values ?? {};
  return examples.map(({ title, body }) => ({ title, values, body }));
}
