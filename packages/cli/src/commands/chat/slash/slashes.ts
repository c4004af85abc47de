import { createFlow } from '../../../talk/markdown/flow.ts';
import { conversationSlashes } from './conversation.ts';
import { fileSlashes } from './files.ts';
import { settingSlashes } from './settings.ts';
import type { Slash } from './slash.ts';

const help: Slash = {
  name: 'help',
  aliases: ['?'],
  summary: 'show this',
  run(_, __, { context }) {
    context.io.stdout.write(helpText(() => context.io.stdout.columns ?? 80));
    return 'prompt';
  },
};

const quit: Slash = {
  name: 'quit',
  aliases: ['exit', 'q'],
  summary: 'leave; so does Ctrl-D',
  run: () => 'quit',
};

/** Every command of a chat, in the order in which `/help` lists them. */
export const slashes: readonly Slash[] = [
  help,
  ...settingSlashes,
  ...fileSlashes,
  ...conversationSlashes,
  quit,
];

const KEYS: readonly (readonly [string, string])[] = [
  ['Alt-Enter', 'a line break within a message; so does \\ at the end of a line'],
  ['"""', 'begins and ends a message of several lines'],
  ['Up, Down', 'what was typed before'],
  ['Tab', 'completes commands, parameters and files'],
  ['Ctrl-C', 'stops the answer and keeps what has come; again, leaves'],
];

function helpText(width: () => number): string {
  const commands = slashes.map(
    ({ name, operands = '', summary }) => [`/${name} ${operands}`.trimEnd(), summary] as const,
  );
  return `${rows(commands, width)}\n${rows(KEYS, width)}`;
}

/** Two columns, or one below the other where there is no room. */
function rows(pairs: readonly (readonly [string, string])[], width: () => number): string {
  const isNarrow = width() < 60;
  const rest = ' '.repeat(isNarrow ? 4 : 22);
  return pairs
    .map(([form, text]) => {
      const flow = createFlow({ width, first: isNarrow ? rest : '', rest });
      const start = isNarrow ? `  ${form}\n` : `  ${form.padEnd(20)}`;
      return `${start}${flow.add([{ text, style: (shown) => shown }])}${flow.end()}`;
    })
    .join('');
}
