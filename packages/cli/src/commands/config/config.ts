import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isOneSlipAway } from '../../choose-command.ts';
import type { Context } from '../../command.ts';
import { findProjectConfig, PROJECT_FILE, userConfigPath } from '../../config/config-place.ts';
import { editToml } from '../../config/edit-toml.ts';
import { UsageError } from '../../failure.ts';
import { openEditor } from '../../files/open-editor.ts';
import { parseToml, readTextIfAny } from '../../files/read-toml.ts';
import { writeWhole } from '../../files/write-file.ts';
import type { Io } from '../../io.ts';
import { isSettingName, resolveSettings } from '../../settings/resolve-settings.ts';
import { type SettingName, settingNames, settings } from '../../settings/settings.ts';
import { printJson, printTable, printText } from '../../terminal/print.ts';

/** Whose settings are meant. */
export interface ConfigOptions {
  readonly project?: true;
}

/** What `hermes4 config list` can be told. */
export interface ListOptions {
  readonly all?: true;
  readonly json?: true;
}

/** `hermes4 config list` */
export async function listConfig({ all, json }: ListOptions, context: Context): Promise<void> {
  const found = await context.settings();
  const rows = settingNames
    .map((name) => ({ name, ...found.find(name) }))
    .filter(({ source }) => all === true || source !== undefined);
  if (json) return printJson(context, rows);
  if (rows.length === 0) {
    context.say('nothing is set. hermes4 config list --all shows what can be.');
    return;
  }
  await printTable(
    context,
    [
      { heading: 'SETTING', cell: ({ name }) => name },
      { heading: 'VALUE', cell: ({ value }) => (value === undefined ? '' : shown(value)) },
      {
        heading: all ? 'FROM, OR WHAT IT DOES' : 'FROM',
        cell: ({ name, place }) => place ?? settings[name].description,
        isFlexible: true,
      },
    ],
    rows,
  );
}

/** `hermes4 config get` */
export async function getConfig(given: string | undefined, context: Context): Promise<void> {
  const name = settingNamed(given);
  const value = (await context.settings()).get(name);
  if (value === undefined) context.say(`${name} is not set`);
  else await printText(context, `${Array.isArray(value) ? value.join('\n') : value}\n`);
}

/** `hermes4 config set` */
export async function setConfig(
  given: string | undefined,
  values: readonly string[],
  options: ConfigOptions,
  context: Context,
): Promise<void> {
  const name = settingNamed(given);
  const path = await pathOf(options, context.io);
  const value = checked(name, values.length === 1 ? values[0] : values, options, path);
  await change(path, name, value);
  context.say(`${name} is ${shown(value)} in ${path}`);
}

/** `hermes4 config unset` */
export async function unsetConfig(
  given: string | undefined,
  options: ConfigOptions,
  context: Context,
): Promise<void> {
  const name = settingNamed(given);
  const path = await pathOf(options, context.io);
  await change(path, name, undefined);
  context.say(`${name} is not set in ${path}`);
}

/** `hermes4 config path` */
export async function printConfigPath(options: ConfigOptions, context: Context): Promise<void> {
  await printText(context, `${await pathOf(options, context.io)}\n`);
}

/** `hermes4 config edit` */
export async function editConfig(options: ConfigOptions, context: Context): Promise<void> {
  const path = await pathOf(options, context.io);
  if ((await readTextIfAny(path)) === undefined) await write(path, FIRST_TEXT);
  await openEditor(path, context.io);
  const values = await parseToml((await readTextIfAny(path)) ?? '', path);
  resolveSettings([{ source: sourceOf(options), place: path, values }]);
  context.say(`the settings in ${path} can be used`);
}

const FIRST_TEXT = `# Settings of hermes4: hermes4 config list --all shows what can be set.
# temperature = 0.6
`;

async function pathOf({ project }: ConfigOptions, io: Io): Promise<string> {
  if (!project) return userConfigPath(io);
  return (await findProjectConfig(io.cwd)) ?? join(io.cwd, PROJECT_FILE);
}

function sourceOf({ project }: ConfigOptions): 'project' | 'user' {
  return project ? 'project' : 'user';
}

async function change(path: string, name: SettingName, value: unknown): Promise<void> {
  const text = (await readTextIfAny(path)) ?? '';
  await parseToml(text, path);
  await write(path, editToml(text, name, value));
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeWhole(path, text);
}

function checked(
  name: SettingName,
  given: unknown,
  options: ConfigOptions,
  place: string,
): unknown {
  return resolveSettings([{ source: sourceOf(options), place, values: { [name]: given } }]).get(
    name,
  );
}

function settingNamed(name = ''): SettingName {
  if (isSettingName(name)) return name;
  const meant = settingNames.find((one) => isOneSlipAway(name, one));
  throw new UsageError(
    `There is no setting ${JSON.stringify(name)}.${meant ? ` Did you mean ${meant}?` : ''} hermes4 config list --all shows what can be set.`,
  );
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
