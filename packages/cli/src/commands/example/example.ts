import type { ChatCompletionCreateParams } from '@hermes4/node';
import type { Context } from '../../command.ts';
import { EXIT } from '../../exit-code.ts';
import { parametersOf } from '../../parameters/parameters-of.ts';
import { captureRequest } from '../../talk/capture-request.ts';
import { createPrinter } from '../../talk/printer.ts';
import { thinkingOf } from '../../talk/thoughts.ts';
import { targetOf } from '../../target.ts';
import { curlProgram } from './curl.ts';
import { javascriptProgram } from './javascript.ts';
import type { Program } from './program.ts';
import { pythonProgram } from './python.ts';
import { typescriptProgram } from './typescript.ts';

/** What `hermes4 example` can be told, besides what is a setting. */
export interface ExampleOptions {
  readonly system?: string;
  readonly stream?: boolean;
}

const LANGUAGES: Readonly<Record<string, (program: Program) => string>> = {
  ts: typescriptProgram,
  js: javascriptProgram,
  python: pythonProgram,
  curl: curlProgram,
};

/** Prints a program that makes a call; what travels is what the client would send. */
export async function example(
  language: string,
  prompt: string,
  { system, stream = false }: ExampleOptions,
  context: Context,
): Promise<number> {
  const write = LANGUAGES[language];
  if (!write) throw new TypeError(`There is no program in ${language}.`);
  const settings = await context.settings();
  const { reasoning } = thinkingOf(settings.get('reasoning'), context);
  const target = targetOf(settings, context.io.env);
  const params: ChatCompletionCreateParams = {
    model: target.model,
    messages: [
      ...(system === undefined ? [] : [{ role: 'system' as const, content: system }]),
      { role: 'user', content: prompt },
    ],
    ...parametersOf(settings),
    ...(reasoning !== undefined && { reasoning }),
  };
  const { body } = await captureRequest(context, false, ({ chat: { completions } }) =>
    stream
      ? completions.stream(params).finalCompletion()
      : completions.create({ ...params, stream: false }),
  );
  await createPrinter(context.io.stdout).print(write({ params, body, target, isStreamed: stream }));
  return EXIT.ok;
}
