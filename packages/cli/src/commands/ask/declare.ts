import { type Declare, GROUPS } from '../../command.ts';
import type { AskOptions } from './ask.ts';

/** `hermes4 ask` */
export const declareAsk: Declare = (program, act) => {
  program
    .command('ask')
    .helpGroup(GROUPS.talk)
    .summary('ask one question; the answer streams to standard output')
    .description(`Ask one question; the answer streams to standard output.

Examples:
  hermes4 ask "Why is the sky blue?"
  git diff | hermes4 ask "Write a commit message"
  hermes4 ask --local "Say hi"           no key, no network: the simulator answers`)
    .argument('[prompt]', 'the question; what is piped in is put behind it')
    .option('--json', 'print the whole chat completion as JSON')
    .option('--local', 'ask the simulator on this machine: no key, no network')
    .action(
      act<AskOptions>(async ({ args: [prompt], options, context }) => {
        const { ask } = await import('./ask.ts');
        return ask(prompt, options, context);
      }),
    );
};
