import type { ChatCompletion } from '@hermes4/node';
import type { Context } from '../../command.ts';
import { EXIT } from '../../exit-code.ts';
import { openClient } from '../../open-client.ts';
import { type Answered, type EndedBy, keepAnswer } from '../../talk/keep-answer.ts';
import { isSet, showAnswer } from '../../talk/show-answer.ts';
import { isLimit, spendingLimit } from '../../talk/spending-limit.ts';
import { thinkingOf } from '../../talk/thoughts.ts';
import { usageLine } from '../../talk/usage-line.ts';
import type { AskOptions } from './ask-options.ts';
import { buildRequest } from './build-request.ts';
import type { Print } from './print.ts';
import { readPrompt } from './read-prompt.ts';
import type { Request } from './request.ts';
import type { Prepared } from './use-template.ts';

/** Asks one question, and prints the answer in the form that was asked for. */
export async function ask(
  argument: string | undefined,
  given: AskOptions,
  context: Context,
): Promise<number> {
  const { attach = [], template, param } = given;
  const isOptional = attach.length > 0 || template !== undefined;
  const prompt = await readPrompt(argument, context, { isOptional });
  const asked = { prompt, options: given, context };
  if (template === undefined && param === undefined) return askFor(asked);
  const { useTemplate } = await import('./use-template.ts');
  return askFor(await useTemplate(asked));
}

async function askFor({ prompt, options, context }: Prepared): Promise<number> {
  const request = await buildRequest(prompt, options, context);
  if (options.dryRun) {
    const { printRequest } = await import('./print-request.ts');
    return printRequest(request, options, context);
  }
  const print = await printerFor(options);
  const limit = spendingLimit(await context.settings());
  const { local: isLocal } = options;
  const client = await openClient(context, { isLocal, options: { budget: limit.budget } });
  try {
    if (client.introduction) context.say(client.introduction);
    const at = Date.now();
    context.waiting.start('the answer');
    const { completion, endedBy } = await withinLimit(print(client, request, context));
    if (completion) {
      finish(completion, options, context);
      await keepAnswer({ ...answeredOf(request, completion, at), endedBy }, client, context);
    }
    if (endedBy) throw limit.failure(completion ? 'Stopped' : 'Stopped before a call');
    if (limit.isPassed()) throw limit.failure('The answer is whole but passed the limit');
    return EXIT.ok;
  } finally {
    context.waiting.end();
    await client.close();
  }
}

/** What came of asking, as far as a limit let it come. */
interface Answer {
  readonly completion: ChatCompletion | undefined;
  readonly endedBy?: EndedBy;
}

async function withinLimit(printed: ReturnType<Print>): Promise<Answer> {
  try {
    return { completion: await printed };
  } catch (error) {
    if (!isLimit(error)) throw error;
    return { completion: error.partial, endedBy: 'capped' };
  }
}

function answeredOf(
  { params, parent, system, question }: Request,
  completion: ChatCompletion,
  at: number,
): Answered {
  const { messages: _, ...parameters } = params;
  return { parent, system, messages: [question], completion, parameters, at };
}

/** Loads what prints the form that was asked for. */
async function printerFor({ json, jsonlEvents, schema, extract }: AskOptions): Promise<Print> {
  if (json) return (await import('./print-json.ts')).printJson;
  if (jsonlEvents) return (await import('./print-events.ts')).printEvents;
  if (schema !== undefined) return (await import('./print-value.ts')).printValue;
  if (extract) return (await import('./print-code.ts')).printCode;
  return printText;
}

const printText: Print = async ({ hermes }, { params }, context) => {
  const settings = await context.settings();
  const stream = hermes.chat.completions.stream(params, { signal: context.io.signal });
  return showAnswer(stream, context, {
    thinking: thinkingOf(settings.get('reasoning'), context),
    isMarkdown: isSet(settings.get('markdown'), context),
  });
};

function finish(completion: ChatCompletion, { usage }: AskOptions, context: Context): void {
  if (completion.choices[0]?.finish_reason === 'length') {
    context.say('the answer was cut at the token limit');
  }
  // Asked for by name, so that -q does not silence it.
  if (usage) context.io.stderr.write(`${context.styles.stderr.dim(usageLine(completion))}\n`);
}
