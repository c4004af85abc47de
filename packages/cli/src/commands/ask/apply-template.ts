import type { Context } from '../../command.ts';
import { UsageError } from '../../failure.ts';
import type { Settings } from '../../settings/resolve-settings.ts';
import { fillTemplate, readBlanks } from '../../templates/fill-template.ts';
import type { Template } from '../../templates/template.ts';
import { loadTemplate } from '../../templates/template-files.ts';
import type { AskOptions } from './ask-options.ts';
import type { Prepared } from './prepare-ask.ts';

/**
 * Puts a template around what was typed. What the call itself says wins over it.
 *
 * @throws UsageError when there is no such template, when it cannot be used, or when a blank stays empty.
 */
export async function applyTemplate(
  name: string,
  input: string,
  options: AskOptions,
  context: Context,
): Promise<Prepared> {
  const template = await loadTemplate(name, context.io);
  const blanks = readBlanks(options.param ?? []);
  const { system, prompt } = fillTemplate(template, blanks, input === '' ? undefined : input);
  if (prompt === '' && !options.attach?.length) {
    throw new UsageError(
      `${template.place} asks nothing by itself: add a question, or pipe one in.`,
    );
  }
  const filled = {
    ...(system !== undefined && { system }),
    ...(template.schema !== undefined && { schema: template.schema }),
  };
  return {
    prompt,
    options: { ...filled, ...options },
    context: { ...context, settings: () => settingsOver(context, template) },
  };
}

async function settingsOver(context: Context, { parameters, place }: Template): Promise<Settings> {
  const settings = await context.settings();
  const find = (name: Parameters<Settings['find']>[0]): unknown => {
    const found = settings.find(name);
    if (found?.source === 'flags' || !Object.hasOwn(parameters, name)) return found;
    return { value: parameters[name], source: 'flags', place };
  };
  const get = (name: Parameters<Settings['find']>[0]): unknown =>
    (find(name) as { value: unknown } | undefined)?.value;
  return { find, get } as Settings;
}
