import type { Context } from '../../command.ts';
import { UsageError } from '../../failure.ts';
import type { AskOptions } from './ask-options.ts';
import { readPrompt } from './read-prompt.ts';

/** A question that is ready to be put into a request. */
export interface Prepared {
  readonly prompt: string;
  readonly options: AskOptions;
  readonly context: Context;
}

/** Reads the question, and lets a template have its say where there is one. */
export async function prepareAsk(
  argument: string | undefined,
  options: AskOptions,
  context: Context,
): Promise<Prepared> {
  const { template, param = [], attach = [] } = options;
  if (template === undefined) {
    if (param.length > 0) {
      throw new UsageError('-p fills the blanks of a template: name one with -t.');
    }
    const prompt = await readPrompt(argument, context, { isOptional: attach.length > 0 });
    return { prompt, options, context };
  }
  const input = await readPrompt(argument, context, { isOptional: true });
  const { applyTemplate } = await import('./apply-template.ts');
  return applyTemplate(template, input, options, context);
}
