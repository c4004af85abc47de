import type { ChatCompletionMessageInput } from '@hermes4/node';
import type { Context } from '../../command.ts';
import { parametersOf } from '../../parameters/parameters-of.ts';
import { userContent } from '../../talk/attachments.ts';
import { thinkingOf } from '../../talk/thoughts.ts';
import type { AskOptions } from './ask-options.ts';
import type { Request } from './request.ts';

/**
 * Puts the question, its files and what was set into a request.
 *
 * @throws UsageError, or an error of the client's, that names the file or setting that cannot be used.
 */
export async function buildRequest(
  prompt: string,
  options: AskOptions,
  context: Context,
): Promise<Request> {
  const { attach = [], schema } = options;
  const { io } = context;
  const settings = await context.settings();
  const { reasoning } = thinkingOf(settings.get('reasoning'), context);
  const content = await userContent(prompt, attach, io);
  const earlier = await earlierOf(options, context);
  const system = options.system ?? earlier?.system;
  const messages: ChatCompletionMessageInput[] = [
    ...(system === undefined ? [] : [{ role: 'system' as const, content: system }]),
    ...(earlier?.messages ?? []),
    { role: 'user', content },
  ];
  const format =
    schema === undefined
      ? undefined
      : await import('./read-schema.ts').then(({ readSchema }) => readSchema(schema, io));
  return {
    params: { messages, ...parametersOf(settings), ...(reasoning !== undefined && { reasoning }) },
    parent: earlier?.parent,
    format,
  };
}

/** What was said before; history is opened only when it is gone on with. */
async function earlierOf({ continue: isLast, session }: AskOptions, context: Context) {
  if (!isLast && session === undefined) return undefined;
  const { earlierIn } = await import('../../history/earlier.ts');
  return earlierIn(session, context.io);
}
