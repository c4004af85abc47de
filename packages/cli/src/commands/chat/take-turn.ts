import type { ChatCompletion, ChatStream } from '@hermes4/node';
import type { Context } from '../../command.ts';
import type { Client } from '../../open-client.ts';
import { parametersOf } from '../../parameters/parameters-of.ts';
import { describeError } from '../../report-error.ts';
import type { Settings } from '../../settings/resolve-settings.ts';
import { type EndedBy, keepAnswer } from '../../talk/keep-answer.ts';
import { isSet, showAnswer } from '../../talk/show-answer.ts';
import { isLimit, type SpendingLimit } from '../../talk/spending-limit.ts';
import { thinkingOf } from '../../talk/thoughts.ts';
import { messagesOf, sinceKept, withExchange } from './conversation.ts';
import { addSpent } from './spent.ts';
import type { ChatState, Unanswered } from './state.ts';
import { whileStoppable } from './stop-key.ts';

/** Somebody to talk to, and what the talk is set up with. */
export interface Talk {
  readonly client: Client;
  readonly settings: Settings;
  readonly limit: SpendingLimit;
  readonly context: Context;
}

/** What came of asking. */
interface Outcome {
  readonly completion: ChatCompletion | undefined;
  readonly at: number;
  readonly endedBy: EndedBy | undefined;
}

/** How a turn ended. */
export type Ending = 'answered' | 'failed' | EndedBy;

/**
 * Asks a question of the conversation and shows the answer. What is stopped with Ctrl-C, or breaks, stays in the
 * conversation as far as it had come; a question without any answer can be asked again.
 *
 * @throws The reason of the command's own signal, when that ends it.
 */
export async function takeTurn(
  state: ChatState,
  { question, typed }: Unanswered,
  talk: Talk,
): Promise<Ending> {
  const { io, styles, isVerbose } = talk.context;
  let stream: ChatStream | undefined;
  let ending: Ending = 'answered';
  let completion: ChatCompletion | undefined;
  const at = Date.now();
  try {
    completion = await whileStoppable(io, (signal) => {
      const messages = messagesOf(state.conversation, question);
      const params = { messages, ...parametersFor(state, talk) };
      stream = talk.client.hermes.chat.completions.stream(params, { signal });
      return showAnswer(stream, talk.context, {
        thinking: thinkingOf(state.reasoning, talk.context),
        isMarkdown: isSet(talk.settings.get('markdown'), talk.context),
      });
    });
  } catch (error) {
    io.signal.throwIfAborted();
    completion = stream?.snapshot();
    ending = endingOf(error);
    if (ending === 'capped') {
      state.isCapped = true;
      error = talk.limit.failure(completion ? 'Stopped' : 'Not asked');
    }
    if (ending !== 'interrupted') {
      io.stderr.write(
        describeError(error, { isVerbose, styles: styles.stderr, output: io.stderr }),
      );
    }
  }
  const endedBy = ending === 'interrupted' || ending === 'capped' ? ending : undefined;
  await keep(state, { question, typed }, { completion, at, endedBy }, talk);
  return ending;
}

function endingOf(error: unknown): Ending {
  if (isLimit(error)) return 'capped';
  return error instanceof Error && error.name === 'AbortError' ? 'interrupted' : 'failed';
}

/** What the model is asked with, besides the messages. */
function parametersFor(state: ChatState, { settings, context }: Talk) {
  const { model, ...others } = state.overrides;
  const { reasoning } = thinkingOf(state.reasoning, context);
  return {
    ...parametersOf(settings, others),
    ...(model !== undefined && { model }),
    ...(reasoning !== undefined && { reasoning }),
  };
}

async function keep(
  state: ChatState,
  asked: Unanswered,
  { completion, at, endedBy }: Outcome,
  talk: Talk,
): Promise<void> {
  const content = completion?.choices[0]?.message.content;
  if (!completion || !content) {
    state.unanswered = asked;
    return;
  }
  state.unanswered = undefined;
  state.spent = addSpent(state.spent, completion);
  const { model } = completion;
  const { system } = state.conversation;
  const { parent, messages } = sinceKept(state.conversation);
  const question = { role: 'user' as const, content: asked.question };
  const parameters = parametersFor(state, talk);
  const id = await keepAnswer(
    { parent, system, messages: [...messages, question], completion, parameters, at, endedBy },
    talk.client,
    talk.context,
  );
  const answer = { role: 'assistant' as const, content };
  state.conversation = withExchange(state.conversation, { ...asked, answer, model, id });
}
