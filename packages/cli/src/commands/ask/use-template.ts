import type { Context } from '../../command.ts';
import { UsageError } from '../../failure.ts';
import { fillTemplate, readBlanks } from '../../templates/fill-template.ts';
import { overSettings } from '../../templates/over-settings.ts';
import { loadTemplate } from '../../templates/template-files.ts';
import type { AskOptions } from './ask-options.ts';

/** What is asked, and with what, once a template has had its say. */
export interface Prepared {
  readonly prompt: string;
  readonly options: AskOptions;
  readonly context: Context;
}

/**
 * Fills a template in. What flags say wins over what it says.
 *
 * @throws UsageError when there is none of that name, or a blank stays empty.
 */
export async function useTemplate({ prompt, options, context }: Prepared): Promise<Prepared> {
  const { template: name, param = [], system, schema } = options;
  if (name === undefined) throw new UsageError('-p fills a blank of a template: name one with -t.');
  const template = await loadTemplate(name, context.io);
  const filled = fillTemplate(template, readBlanks(param), prompt === '' ? undefined : prompt);
  const settings = overSettings(await context.settings(), template);
  const said = { system: system ?? filled.system, schema: schema ?? template.schema };
  return {
    prompt: filled.prompt,
    options: {
      ...options,
      ...(Object.fromEntries(
        Object.entries(said).filter(([, value]) => value !== undefined),
      ) as Partial<AskOptions>),
    },
    context: { ...context, settings: () => Promise.resolve(settings) },
  };
}
