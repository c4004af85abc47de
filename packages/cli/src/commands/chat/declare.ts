import { type Declare, GROUPS } from '../../command.ts';
import { addParameters } from '../../parameters/add-parameters.ts';
import { settingOption } from '../../setting-option.ts';
import { addGoOnOptions } from '../../talk/go-on-options.ts';
import { addLimitOptions } from '../../talk/limit-options.ts';
import type { ChatOptions } from './chat-options.ts';

/** `hermes4 chat` */
export const declareChat: Declare = (program, act) => {
  const command = program
    .command('chat')
    .helpGroup(GROUPS.talk)
    .summary('have a conversation')
    .description(`Have a conversation in this terminal. /help, there, lists what can be done.

Examples:
  hermes4 chat
  hermes4 chat -s "You are a patient teacher" --reasoning
  hermes4 chat -c                        go on with the last conversation
  hermes4 chat --open talk.json          go on with what /save wrote
  hermes4 chat --local                   no key, no network: the simulator answers`)
    .option('-s, --system <text>', 'how the model is to behave')
    .option('--open <file>', 'go on with a conversation that /save wrote')
    .addOption(
      settingOption(
        'reasoning',
        '--reasoning [mode]',
        'let it think first: show, hide, only or off (auto: shown)',
      ).preset('auto'),
    )
    .addOption(settingOption('markdown', '--no-markdown', 'answers as they come, not set'))
    .option('--local', 'talk to the simulator on this machine: no key, no network');
  addGoOnOptions(command);
  addLimitOptions(command);
  addParameters(command).action(
    act<ChatOptions>(async ({ options, context }) => {
      const { chat } = await import('./chat.ts');
      return chat(options, context);
    }),
  );
};
