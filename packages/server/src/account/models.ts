import { type Model, type ModelPricing } from '@hermes4/core';
import type { Prices } from '../prices.ts';
import type { Query } from './read-query.ts';

/** The model of this toolkit, as the hosted API lists it, with what this server can do of its own. */
export const HERMES_4_405B: Model = {
  id: 'nousresearch/hermes-4-405b',
  aliases: ['hermes-4-405b'],
  type: 'openai/chat-completions',
  info: {
    name: 'Hermes 4 405B',
    developer: 'Nous Research',
    releasedAt: '2025-08-26',
    contextLength: 131_000,
  },
  tags: ['playground:chat'],
  modalities: { input: ['text'], output: ['text'] },
  capabilities: ['parallel_tool_calls', 'streaming', 'structured_output', 'tools'],
};

/** The model with the sections that a query asks for; a section that is not known is not missed. */
export function projectModel(model: Model, query: Query, prices: Prices): Model {
  const { modalities, capabilities, pricing, ...identity } = model;
  const sections = { pricing: pricing ?? pricingOf(model.id, prices), modalities, capabilities };
  const asked = query['details'] === true ? ['all'] : (query['include'] as readonly string[]);
  const told = Object.entries(sections).filter(
    ([name, section]) => section !== undefined && (asked.includes(name) || asked.includes('all')),
  );
  return { ...identity, ...Object.fromEntries(told) };
}

/** What stands in the price table, in the catalog's form; without a rate, nothing is known beforehand. */
function pricingOf(id: string, prices: Prices): ModelPricing {
  const price = prices[id];
  if (!price) return { kind: 'variable' };
  const unit = { measure: 'token', per: 1_000_000 };
  return {
    kind: 'fixed',
    currency: 'USD',
    units: [
      { name: 'input', ...unit, price: price.prompt, origin: 'provided', author: 'user' },
      { name: 'output', ...unit, price: price.completion, origin: 'generated', author: 'model' },
    ],
  };
}

/** What of a model each filter looks at. */
const FILTERS: Readonly<Record<string, (model: Model) => readonly (string | undefined)[]>> = {
  id: ({ id, aliases }) => [id, ...aliases],
  type: ({ type }) => [type],
  tags: ({ tags }) => tags,
  modalities: ({ modalities: { input = [], output = [] } = {} }) => [...input, ...output],
  input_modalities: ({ modalities }) => modalities?.input ?? [],
  output_modalities: ({ modalities }) => modalities?.output ?? [],
  capabilities: ({ capabilities = [] }) => capabilities,
};

/** Whether a model passes every filter of a query: it has one of each filter's values, in any case. */
export function fitsFilters(model: Model, query: Query): boolean {
  return Object.entries(FILTERS).every(([name, valuesOf]) => {
    const wanted = query[name] as readonly string[];
    if (wanted.length === 0) return true;
    return valuesOf(model).some((value) => wanted.includes((value ?? '').toLowerCase()));
  });
}

/** The query of the catalog, which takes lists with commas or repeated and ignores what it does not know. */
export function readCatalogQuery({ searchParams }: URL): Query {
  const lists = ['include', ...Object.keys(FILTERS)].map((name) => [name, listOf(name)]);
  const details = searchParams.getAll('details').some((text) => /^(?:true|1)$/i.test(text));
  return { ...Object.fromEntries(lists), details } as Query;

  function listOf(name: string): string[] {
    return searchParams
      .getAll(name)
      .flatMap((text) => text.toLowerCase().split(','))
      .map((text) => text.trim())
      .filter((text) => text !== '');
  }
}
