import { type Hermes, type Model, type ModelMetrics, priceOf } from '@hermes4/node';
import type { Context } from '../../command.ts';
import { openClient } from '../../open-client.ts';
import { printJson, printTable } from '../../terminal/print.ts';
import type { Column } from '../../terminal/table.ts';

/** What `hermes4 models` can be told. */
export interface ModelsOptions {
  readonly all?: true;
  readonly speed?: true;
  readonly json?: true;
}

/** A model as far as its host tells of it: only the hosted API tells everything. */
type Told = Partial<Model> & Pick<Model, 'id'>;

/** A model, and how fast it is where that was asked for. */
interface Row extends Told {
  readonly speed?: ModelMetrics['metrics'] | null;
}

/** Lists models. */
export async function listModels(
  words: readonly string[],
  { all, speed, json }: ModelsOptions,
  context: Context,
): Promise<void> {
  const { hermes, target } = await openClient(context, { isKeyOptional: true });
  const { signal } = context.io;
  const { data } = await hermes.models.list({ include: ['pricing', 'capabilities'] }, { signal });
  const fitting = (data as Told[]).filter((model) => isWanted(model, words, all));
  const rows = speed ? await withSpeed(fitting, hermes, signal) : fitting;
  if (json) return printJson(context, rows);
  if (rows.length === 0) {
    const named = words.length > 0 ? ` in whose name ${words.join(' and ')} occurs` : '';
    context.say(
      `${target?.origin ?? 'the host'} has no model${named}${all ? '' : ' that chats; --all lists every kind'}`,
    );
    return;
  }
  await printTable(context, speed ? [...COLUMNS.slice(0, -1), ...SPEED] : COLUMNS, rows);
}

function isWanted(model: Told, words: readonly string[], all: true | undefined): boolean {
  const { id, aliases = [], info, type } = model;
  const names = [id, ...aliases, info?.name ?? ''].join(' ').toLowerCase();
  const isTalker = all === true || type === undefined || type.includes('chat');
  return isTalker && words.every((word) => names.includes(word.toLowerCase()));
}

/** In as few requests as the host allows: it takes 100 names at a time. */
async function withSpeed(
  models: readonly Told[],
  hermes: Hermes,
  signal: AbortSignal,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let at = 0; at < models.length; at += 100) {
    const some = models.slice(at, at + 100);
    const { models: measured } = await hermes.models.metrics(
      some.map(({ id }) => id),
      { signal },
    );
    for (const model of some) {
      const names = [model.id, ...(model.aliases ?? [])];
      const found = measured.find(({ alias }) => names.includes(alias));
      rows.push({ ...model, speed: found?.metrics ?? null });
    }
  }
  return rows;
}

const COLUMNS: readonly Column<Row>[] = [
  { heading: 'MODEL', cell: ({ id }) => id, isFlexible: true },
  { heading: 'CONTEXT', cell: contextOf, align: 'right' },
  { heading: 'IN', cell: (model) => priceIn(model, 'input'), align: 'right' },
  { heading: 'OUT', cell: (model) => priceIn(model, 'output'), align: 'right' },
  {
    heading: 'CAN',
    cell: ({ capabilities }) => (capabilities?.length ? shortNames(capabilities) : ''),
  },
];

const SPEED: readonly Column<Row>[] = [
  {
    heading: 'FIRST TOKEN',
    cell: ({ speed }) => rounded(speed?.ttft_ms?.p50, ' ms'),
    align: 'right',
  },
  { heading: 'TOKENS/S', cell: ({ speed }) => rounded(speed?.tps?.p50, ''), align: 'right' },
];

/** The abilities that matter to whoever chooses a model for a conversation, in words that fit a column. */
const ABILITIES: readonly (readonly [RegExp, string])[] = [
  [/tool/, 'tools'],
  [/structured|schema|json/, 'schemas'],
  [/reason|think/, 'thinking'],
  [/vision|image/, 'images'],
];

function shortNames(capabilities: readonly string[]): string {
  return ABILITIES.filter(([words]) => capabilities.some((one) => words.test(one)))
    .map(([, name]) => name)
    .join(' ');
}

function contextOf({ info }: Row): string {
  const tokens = info?.contextLength;
  return typeof tokens === 'number' ? tokens.toLocaleString('en-US') : '';
}

/** What a million tokens cost; nothing for a price of another kind. */
function priceIn({ pricing }: Row, name: 'input' | 'output'): string {
  const rate = pricing?.units?.find((unit) => unit.name === name && unit.measure === 'token');
  return rate ? `$${priceOf(rate, 1_000_000).toFixed(2)}` : '';
}

function rounded(value: number | undefined, unit: string): string {
  return value === undefined ? '' : `${Math.round(value)}${unit}`;
}
