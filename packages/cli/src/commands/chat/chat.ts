import type { Context } from '../../command.ts';
import { EXIT } from '../../exit-code.ts';
import { Interruption, UsageError } from '../../failure.ts';
import { openClient } from '../../open-client.ts';
import { describeError } from '../../report-error.ts';
import { userContent } from '../../talk/attachments.ts';
import { readEarlier } from '../../talk/earlier.ts';
import { spendingLimit } from '../../talk/spending-limit.ts';
import type { ChatOptions } from './chat-options.ts';
import { completeSlash } from './complete-slash.ts';
import { conversationFrom } from './conversation-from.ts';
import { createEditor, type Editor } from './editor.ts';
import { readSaved } from './saved.ts';
import { isSlash, runSlash } from './slash/run-slash.ts';
import { modelOf } from './slash/settings.ts';
import type { Next } from './slash/slash.ts';
import { NOTHING_SPENT } from './spent.ts';
import type { ChatState } from './state.ts';
import { type Talk, takeTurn } from './take-turn.ts';

/**
 * Has a conversation until the person leaves.
 *
 * @returns 0 after `/quit` or Ctrl-D, 9 if a limit of the person's was reached, 130 after Ctrl-C.
 */
export async function chat(options: ChatOptions, context: Context): Promise<number> {
  const { stdin, stdout } = context.io;
  if (!stdin.isTTY || !stdout.isTTY) {
    throw new UsageError(
      'A conversation needs a terminal. For one question there is: echo "Say hi" | hermes4 ask',
    );
  }
  const settings = await context.settings();
  const state = await begin(options, context);
  state.reasoning = settings.get('reasoning');
  const limit = spendingLimit(settings);
  const { local: isLocal } = options;
  const client = await openClient(context, { isLocal, options: { budget: limit.budget } });
  try {
    const talk = { client, settings, limit, context };
    greet(state, talk);
    return await converse(state, talk);
  } finally {
    await client.close();
  }
}

function exitCodeOf({ isCapped }: ChatState): number {
  return isCapped ? EXIT.capped : EXIT.ok;
}

async function begin(options: ChatOptions, context: Context): Promise<ChatState> {
  const { system, open } = options;
  const opened =
    open === undefined
      ? conversationFrom(await readEarlier(options, context))
      : await readSaved(open, context.io);
  return {
    conversation: { ...opened, system: system ?? opened.system },
    overrides: {},
    reasoning: undefined,
    attachments: [],
    unanswered: undefined,
    draft: '',
    spent: NOTHING_SPENT,
    isCapped: false,
  };
}

function greet(state: ChatState, { client, context }: Talk): void {
  const { bold, dim } = context.styles.stderr;
  if (context.isQuiet) return;
  const { target, introduction = '' } = client;
  const space = (context.io.stderr.columns ?? 80) < 60 ? '\n' : ' ';
  const who = target
    ? `${bold(modelOf(state, client))}${space}at ${new URL(target.origin).host}`
    : introduction;
  context.io.stderr.write(`${who}\n${dim('/help for help, Ctrl-D to leave')}\n`);
  const { length } = state.conversation.exchanges;
  if (length > 0)
    context.say(`going on after ${length === 1 ? '1 exchange' : `${length} exchanges`}`);
}

async function converse(state: ChatState, talk: Talk): Promise<number> {
  const { io } = talk.context;
  const earlier = state.conversation.exchanges.map(({ typed }) => typed).reverse();
  const editor = createEditor(talk.context, (line) => completeSlash(line, talk), earlier);
  // A Ctrl-C that comes right after another, or after one that stopped an answer, leaves.
  let leavesNext = false;
  for (;;) {
    const typed = await readLine(state, editor);
    io.signal.throwIfAborted();
    if (typed.kind === 'left') {
      io.stdout.write('\n');
      return exitCodeOf(state);
    }
    if (typed.kind === 'interrupted') {
      io.stdout.write('\n');
      if (leavesNext) throw new Interruption(EXIT.interrupted);
      leavesNext = true;
      talk.context.say('Ctrl-C again leaves; so does /quit');
      continue;
    }
    leavesNext = false;
    if (typed.text === '') continue;
    const next = await respond(typed.text, state, talk);
    if (next === 'quit') return exitCodeOf(state);
    leavesNext = next === 'interrupted';
  }
}

function readLine(state: ChatState, editor: Editor): ReturnType<Editor['read']> {
  const { draft } = state;
  state.draft = '';
  return editor.read(draft);
}

/** Does what a line asks for; what goes wrong is told, and the chat goes on. */
async function respond(text: string, state: ChatState, talk: Talk): Promise<Next | 'interrupted'> {
  const { io, styles, isVerbose } = talk.context;
  try {
    const next = isSlash(text)
      ? await runSlash(text, state, talk)
      : await prepare(text, state, talk);
    if (next !== 'ask' || !state.unanswered) return next;
    io.stdout.write('\n');
    const ending = await takeTurn(state, state.unanswered, talk);
    if (ending === 'interrupted') talk.context.say(stoppedLine(state));
    io.stdout.write('\n');
    return ending === 'interrupted' ? ending : 'prompt';
  } catch (error) {
    io.signal.throwIfAborted();
    io.stderr.write(describeError(error, { isVerbose, styles: styles.stderr, output: io.stderr }));
    return 'prompt';
  }
}

async function prepare(text: string, state: ChatState, { context }: Talk): Promise<Next> {
  // Two slashes at the beginning are one that is meant.
  const typed = text.startsWith('//') ? text.slice(1) : text;
  state.unanswered = { typed, question: await userContent(typed, state.attachments, context.io) };
  state.attachments = [];
  return 'ask';
}

function stoppedLine({ unanswered }: ChatState): string {
  return unanswered
    ? 'stopped before the first word; /retry asks again'
    : 'stopped; what has come is kept';
}
