import type { ChatCompletion } from '@hermes4/node';
import type { Context } from '../../command.ts';
import { keepCompletion } from '../../history/keep-completion.ts';
import type { Client } from '../../open-client.ts';
import type { UserContent } from '../../talk/attachments.ts';
import type { Request } from './request.ts';

/** A call that was answered. */
export interface AnsweredCall {
  readonly at: number;
  readonly client: Client;
  readonly request: Request;
  readonly completion: ChatCompletion;
}

/** Keeps a call with its answer; what led to it is kept already. */
export async function keepAnswer(
  { at, client, request, completion }: AnsweredCall,
  context: Context,
): Promise<void> {
  const { messages, ...parameters } = request.params;
  const [first] = messages;
  const system = first?.role === 'system' ? String(first.content) : undefined;
  const question = messages.at(-1)?.content as UserContent;
  await keepCompletion(
    { at, parent: request.parent, system, parameters, question },
    { client, completion },
    context,
  );
}
