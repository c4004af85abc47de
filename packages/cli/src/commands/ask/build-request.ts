import type { ChatCompletionMessageInput } from '@hermes4/node';
import type { Context } from '../../command.ts';
import { messagesOf } from '../../history/message-thread.ts';
import { parametersOf } from '../../parameters/parameters-of.ts';
import { userContent } from '../../talk/attachments.ts';
import { readEarlier } from '../../talk/earlier.ts';
import { thinkingOf } from '../../talk/thoughts.ts';
import type { AskOptions } from './ask-options.ts';
import type { Request } from './request.ts';

/**
 * Puts the question, its files, what was said before and what was set into a request.
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
  const earlier = await readEarlier(options, context);
  const last = earlier.at(-1);
  const system = options.system ?? last?.system;
  const question = { role: 'user' as const, content: await userContent(prompt, attach, io) };
  const messages: ChatCompletionMessageInput[] = [
    ...(system === undefined ? [] : [{ role: 'system' as const, content: system }]),
    ...messagesOf(earlier),
    question,
  ];
  const { reasoning } = thinkingOf(settings.get('reasoning'), context);
  const format =
    schema === undefined
      ? undefined
      : await import('./read-schema.ts').then(({ readSchema }) => readSchema(schema, io));
  return {
    params: { messages, ...parametersOf(settings), ...(reasoning !== undefined && { reasoning }) },
    format,
    system,
    question,
    parent: last?.id,
  };
}
