import { dirname, resolve } from 'node:path';
import { UsageError } from '../failure.ts';
import { parseToml, type Table } from '../files/read-toml.ts';
import { parameters } from '../parameters/parameters.generated.ts';
import { resolveSettings } from '../settings/resolve-settings.ts';
import { flagOf, type ParameterValues, type SettingName } from '../settings/settings.ts';
import type { Template } from './template.ts';

/** What the table `parameters` may set: whatever shapes the answer of one call. */
export const TEMPLATE_SETTINGS: readonly SettingName[] = [
  'model',
  'reasoning',
  ...(Object.keys(parameters) as (keyof ParameterValues)[]).map((name) => flagOf(name)),
];

const FIELDS = ['system', 'prompt', 'defaults', 'parameters', 'schema'];

/**
 * Reads the text of a template.
 *
 * @param path Its file: what a relative `schema` starts from, and how errors call it.
 * @throws UsageError that names the file and the field that cannot be used.
 */
export async function parseTemplate(text: string, path: string): Promise<Template> {
  const table = await parseToml(text, path);
  const unknown = Object.keys(table).find((field) => !FIELDS.includes(field));
  if (unknown !== undefined) {
    throw new UsageError(
      `${path}: a template has no field ${JSON.stringify(unknown)}. Its fields are ${FIELDS.join(', ')}.`,
    );
  }
  const template: Template = {
    place: path,
    system: textIn(table, 'system', path),
    prompt: textIn(table, 'prompt', path),
    defaults: defaultsIn(table, path),
    parameters: parametersIn(table, path),
    schema: schemaIn(table, path),
  };
  if (template.system !== undefined || template.prompt !== undefined) return template;
  throw new UsageError(`${path}: a template needs a system, a prompt, or both.`);
}

function textIn(table: Table, field: string, path: string): string | undefined {
  const value = table[field];
  if (value === undefined || typeof value === 'string') return value;
  throw expected('a text', field, value, path);
}

function defaultsIn(table: Table, path: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tableIn(table, 'defaults', path)).map(([name, value]) => {
      if (['string', 'number', 'boolean'].includes(typeof value)) return [name, String(value)];
      throw expected('a text', `defaults.${name}`, value, path);
    }),
  );
}

function parametersIn(table: Table, path: string): Record<string, unknown> {
  const values = tableIn(table, 'parameters', path);
  const stray = Object.keys(values).find((name) => !TEMPLATE_SETTINGS.some((one) => one === name));
  if (stray !== undefined) {
    throw new UsageError(
      `${path}: parameters has no ${JSON.stringify(stray)}. It may have ${TEMPLATE_SETTINGS.join(', ')}.`,
    );
  }
  const read = resolveSettings([{ source: 'user', place: `${path}: parameters`, values }]);
  return Object.fromEntries(
    TEMPLATE_SETTINGS.map((name) => [name, read.get(name)]).filter(
      ([, value]) => value !== undefined,
    ) as [string, unknown][],
  );
}

function schemaIn(table: Table, path: string): string | undefined {
  const { schema } = table;
  if (schema === undefined) return undefined;
  if (typeof schema === 'object') return JSON.stringify(tableIn(table, 'schema', path));
  if (typeof schema !== 'string') throw expected('a file or a table', 'schema', schema, path);
  return schema.trimStart().startsWith('{') ? schema : resolve(dirname(path), schema);
}

function tableIn(table: Table, field: string, path: string): Table {
  const value = table[field] ?? {};
  if (typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date)) {
    return value as Table;
  }
  throw expected('a table', field, value, path);
}

function expected(what: string, field: string, value: unknown, path: string): UsageError {
  return new UsageError(`${path}: ${field}: expected ${what}, received ${JSON.stringify(value)}.`);
}
