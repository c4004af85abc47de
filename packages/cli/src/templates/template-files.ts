import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isOneSlipAway } from '../choose-command.ts';
import { UsageError } from '../failure.ts';
import { foldersOf } from '../files/folders.ts';
import { readTextIfAny } from '../files/read-toml.ts';
import type { Io } from '../io.ts';
import { parseTemplate } from './parse-template.ts';
import type { Template } from './template.ts';

const ENDING = '.toml';

/** Where the person's templates are. */
export function templateFolder(io: Pick<Io, 'env' | 'home'>): string {
  return join(foldersOf(io).config, 'templates');
}

/**
 * The file of a template: by its name in the person's folder, or a path, which has a slash or ends in `.toml`.
 *
 * @throws UsageError for what is neither.
 */
export function templatePath(name: string, io: Pick<Io, 'env' | 'home' | 'cwd'>): string {
  if (/[/\\]/.test(name) || name.endsWith(ENDING)) return resolve(io.cwd, name);
  if (/^\w[\w.-]*$/u.test(name)) return join(templateFolder(io), `${name}${ENDING}`);
  throw new UsageError(
    `A template is named with letters, digits, dots and dashes, not ${JSON.stringify(name)}.`,
  );
}

/** The names of the person's templates, sorted. */
export async function templateNames(io: Pick<Io, 'env' | 'home'>): Promise<string[]> {
  const files = await readdir(templateFolder(io)).catch(() => []);
  return files
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length))
    .sort();
}

/**
 * Reads a template.
 *
 * @throws UsageError when there is none of this name, or when its file cannot be used.
 */
export async function loadTemplate(name: string, io: Io): Promise<Template> {
  const path = templatePath(name, io);
  return parseTemplate(await readTemplateText(name, io), path);
}

/**
 * The text of a template's file.
 *
 * @throws UsageError when there is none of this name.
 */
export async function readTemplateText(name: string, io: Io): Promise<string> {
  const text = await readTextIfAny(templatePath(name, io));
  if (text !== undefined) return text;
  const names = await templateNames(io);
  const meant = names.find((one) => isOneSlipAway(name, one));
  const hint = meant
    ? `Did you mean ${meant}?`
    : names.length > 0
      ? `There are ${names.join(', ')}.`
      : 'Save one: hermes4 templates save --help';
  throw new UsageError(`There is no template ${JSON.stringify(name)}. ${hint}`);
}
