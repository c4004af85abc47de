import type { ChatCompletion, ChatStream } from '@hermes4/node';
import type { Context } from '../../command.ts';
import type { Client } from '../../open-client.ts';
import { parametersOf } from '../../parameters/parameters-of.ts';
import { describeError } from '../../report-error.ts';
import type { Settings } from '../../settings/resolve-settings.ts';
import type { UserContent } from '../../talk/attachments.ts';
import { isSet, showAnswer } from '../../talk/show-answer.ts';
import { thinkingOf } from '../../talk/thoughts.ts';
import { messagesOf, withExchange } from './conversation.ts';
import { addSpent } from './spent.ts';
import type { ChatState } from './state.ts';
import { whileStoppable } from './stop-key.ts';

/** Somebody to talk to, and what the talk is set up with. */
export interface Talk {
  readonly client: Client;
  readonly settings: Settings;
  readonly context: Context;
}

/** How a turn ended. */
export type Ending = 'answered' | 'stopped' | 'failed';

/**
 * Asks a question of the conversation and shows the answer. What is stopped with Ctrl-C, or breaks, stays in the
 * conversation as far as it had come; a question without any answer can be asked again.
 *
 * @throws The reason of the command's own signal, when that ends it.
 */
export async function takeTurn(
  state: ChatState,
  { question, typed }: { readonly question: UserContent; readonly typed: string },
  talk: Talk,
): Promise<Ending> {
  const { io, styles, isVerbose } = talk.context;
  let stream: ChatStream | undefined;
  let ending: Ending = 'answered';
  let completion: ChatCompletion | undefined;
  try {
    completion = await whileStoppable(io, (signal) => {
      stream = talk.client.hermes.chat.completions.stream(requestOf(state, question, talk), {
        signal,
      });
      return showAnswer(stream, talk.context, {
        thinking: thinkingOf(state.reasoning, talk.context),
        isMarkdown: isSet(talk.settings.get('markdown'), talk.context),
      });
    });
  } catch (error) {
    io.signal.throwIfAborted();
    completion = stream?.snapshot();
    ending = error instanceof Error && error.name === 'AbortError' ? 'stopped' : 'failed';
    if (ending === 'failed') {
      io.stderr.write(describeError(error, { isVerbose, styles: styles.stderr }));
    }
  }
  keep(state, { question, typed }, completion);
  return ending;
}

function requestOf(state: ChatState, question: UserContent, talk: Talk) {
  const { model, ...others } = state.overrides;
  const { reasoning } = thinkingOf(state.reasoning, talk.context);
  return {
    messages: messagesOf(state.conversation, question),
    ...parametersOf(talk.settings, others),
    ...(model !== undefined && { model }),
    ...(reasoning !== undefined && { reasoning }),
  };
}

function keep(
  state: ChatState,
  asked: { readonly question: UserContent; readonly typed: string },
  completion: ChatCompletion | undefined,
): void {
  const content = completion?.choices[0]?.message.content;
  if (!completion || !content) {
    state.unanswered = asked;
    return;
  }
  state.unanswered = undefined;
  state.spent = addSpent(state.spent, completion);
  const { model } = completion;
  const answer = { role: 'assistant' as const, content };
  state.conversation = withExchange(state.conversation, { ...asked, answer, model });
}
