import { UsageError } from '../../../failure.ts';
import { fold } from '../../../terminal/fold.ts';
import { asCopy, withoutLast } from '../conversation.ts';
import { describeSpent } from '../spent.ts';
import type { ChatState } from '../state.ts';
import type { Slash } from './slash.ts';

/** What is done with the conversation itself. */
export const conversationSlashes: readonly Slash[] = [
  {
    name: 'retry',
    summary: 'ask the last question again',
    run(_, state) {
      takeBack(state);
      return 'ask';
    },
  },
  {
    name: 'edit',
    summary: 'take the last question back, to change it',
    run(_, state) {
      takeBack(state);
      state.draft = state.unanswered?.typed ?? '';
      state.unanswered = undefined;
      return 'prompt';
    },
  },
  {
    name: 'undo',
    summary: 'forget the last question and its answer',
    run(_, state, { context }) {
      takeBack(state);
      state.unanswered = undefined;
      const { length } = state.conversation.exchanges;
      const left = length === 1 ? '1 exchange is left' : `${length} exchanges are left`;
      context.say(length === 0 ? 'the conversation is empty again' : left);
      return 'prompt';
    },
  },
  {
    name: 'fork',
    summary: 'go on in a copy; what was kept so far stays as it is',
    run(_, state, { context }) {
      state.conversation = asCopy(state.conversation);
      context.say('this goes on as another conversation');
      return 'prompt';
    },
  },
  {
    name: 'clear',
    aliases: ['new'],
    summary: 'begin a new conversation; the system text and settings stay',
    run(_, state, { context }) {
      state.conversation = { ...state.conversation, exchanges: [] };
      state.unanswered = undefined;
      state.attachments = [];
      context.say('a new conversation');
      return 'prompt';
    },
  },
  {
    name: 'cost',
    summary: 'what this chat has taken so far',
    run(_, { spent }, { context }) {
      context.io.stdout.write(fold(`${describeSpent(spent)}\n`, context.io.stdout));
      return 'prompt';
    },
  },
];

/** Makes the last question one that has no answer yet. */
function takeBack(state: ChatState): void {
  if (state.unanswered) return;
  const last = state.conversation.exchanges.at(-1);
  if (!last) throw new UsageError('There is no question yet.');
  state.conversation = withoutLast(state.conversation);
  state.unanswered = { question: last.question, typed: last.typed };
}
