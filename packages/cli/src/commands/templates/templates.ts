import { mkdir, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { stringify } from 'smol-toml';
import type { Context } from '../../command.ts';
import { UsageError } from '../../failure.ts';
import { openEditor } from '../../files/open-editor.ts';
import { readTextIfAny } from '../../files/read-toml.ts';
import { writeWhole } from '../../files/write-file.ts';
import type { Io } from '../../io.ts';
import type { Settings } from '../../settings/resolve-settings.ts';
import { readInput } from '../../talk/read-input.ts';
import { blanksOf } from '../../templates/fill-template.ts';
import { parseTemplate, TEMPLATE_SETTINGS } from '../../templates/parse-template.ts';
import type { Template } from '../../templates/template.ts';
import {
  loadTemplate,
  readTemplateText,
  templateNames,
  templatePath,
} from '../../templates/template-files.ts';
import { confirm } from '../../terminal/confirm.ts';
import { printJson, printTable, printText } from '../../terminal/print.ts';

/** What `list` and `show` can be told. */
export interface ShowOptions {
  readonly json?: true;
}

/** What `save` can be told, besides what is a setting. */
export interface SaveOptions {
  readonly system?: string;
  readonly schema?: string;
  readonly force?: true;
}

/** What `remove` can be told. */
export interface RemoveOptions {
  readonly yes?: true;
}

/** `hermes4 templates list` */
export async function listTemplates({ json }: ShowOptions, context: Context): Promise<void> {
  const names = await templateNames(context.io);
  const rows = await Promise.all(names.map((name) => summaryOf(name, context.io)));
  if (json) return printJson(context, rows);
  if (rows.length === 0) {
    context.say('there are no templates yet: hermes4 templates save --help');
    return;
  }
  await printTable(
    context,
    [
      { heading: 'NAME', cell: ({ name }: Summary) => name },
      { heading: 'BLANKS', cell: ({ blanks }) => blanks.join(', ') },
      { heading: 'WHAT IT ASKS', cell: ({ text }) => text, isFlexible: true },
    ],
    rows,
  );
}

/** `hermes4 templates show` */
export async function showTemplate(
  name = '',
  { json }: ShowOptions,
  context: Context,
): Promise<void> {
  if (json) return printJson(context, await loadTemplate(name, context.io));
  const text = await readTemplateText(name, context.io);
  await printText(context, text.replace(/\n*$/, '\n'));
}

/** `hermes4 templates save` */
export async function saveTemplate(
  name = '',
  prompt: string | undefined,
  options: SaveOptions,
  context: Context,
): Promise<void> {
  const { io } = context;
  const path = templatePath(name, io);
  if (!options.force && (await readTextIfAny(path)) !== undefined) {
    throw new UsageError(`There is a template ${name} already. Replace it with --force.`);
  }
  const isFromFlags = prompt !== undefined || options.system !== undefined;
  const text = isFromFlags
    ? textOf(prompt, options, await context.settings(), io)
    : await readPiped(context);
  await parseTemplate(text, path);
  await write(path, text);
  context.say(`saved ${path}. Use it: hermes4 ask -t ${name}`);
}

/** `hermes4 templates edit` */
export async function editTemplate(name = '', context: Context): Promise<void> {
  const path = templatePath(name, context.io);
  if ((await readTextIfAny(path)) === undefined) await write(path, FIRST_TEXT);
  await openEditor(path, context.io);
  await loadTemplate(name, context.io);
  context.say(`the template in ${path} can be used: hermes4 ask -t ${name}`);
}

/** `hermes4 templates remove` */
export async function removeTemplate(
  name = '',
  { yes }: RemoveOptions,
  context: Context,
): Promise<void> {
  await readTemplateText(name, context.io);
  if (!(await confirm(`Remove the template ${name}?`, yes, context))) return;
  await rm(templatePath(name, context.io));
  context.say(`removed the template ${name}`);
}

const FIRST_TEXT = `# What is typed or piped in goes where {{input}} stands; other blanks are filled with -p name=value.
system = "You are a helpful assistant."
prompt = """
{{input}}
"""

[parameters]
# temperature = 0.6

[defaults]
# language = "English"
`;

/** A template as a list shows it. */
interface Summary {
  readonly name: string;
  readonly blanks: readonly string[];
  readonly text: string;
}

/** A damaged template is listed, too, with what is wrong with it. */
async function summaryOf(name: string, io: Io): Promise<Summary> {
  try {
    const template = await loadTemplate(name, io);
    return { name, blanks: blanksOf(template), text: template.prompt ?? template.system ?? '' };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { name, blanks: [], text: `cannot be used: ${error.message}` };
  }
}

function textOf(
  prompt: string | undefined,
  { system, schema }: SaveOptions,
  settings: Settings,
  io: Io,
): string {
  const { place: _, ...template }: Partial<Template> = {
    ...(system !== undefined && { system }),
    ...(prompt !== undefined && { prompt }),
    ...(schema !== undefined && {
      schema: schema.trimStart().startsWith('{') ? schema : resolve(io.cwd, schema),
    }),
    parameters: flagged(settings),
  };
  return stringify(template);
}

/** What this very command was told: what is set elsewhere changes, and is not the template's. */
function flagged(settings: Settings): Record<string, unknown> {
  const set = TEMPLATE_SETTINGS.map((name) => [name, settings.find(name)] as const);
  return Object.fromEntries(
    set.flatMap(([name, found]) => (found?.source === 'flags' ? [[name, found.value]] : [])),
  );
}

async function readPiped(context: Context): Promise<string> {
  if (context.io.stdin.isTTY) {
    throw new UsageError(
      'There is nothing to save: pass a prompt, a system with -s, or pipe TOML in.',
    );
  }
  return readInput(context, false);
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeWhole(path, text);
}
