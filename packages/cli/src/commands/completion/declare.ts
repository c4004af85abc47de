import { Argument } from 'commander';
import { type Declare, GROUPS } from '../../command.ts';

/** `hermes4 completion` */
export const declareCompletion: Declare = (program, act) => {
  program
    .command('completion')
    .helpGroup(GROUPS.local)
    .summary('print what completes commands and options in a shell')
    .description(`Print what completes commands and options in a shell.

Examples:
  hermes4 completion bash >> ~/.bashrc
  hermes4 completion zsh > ~/.zfunc/_hermes4       with ~/.zfunc in fpath
  hermes4 completion fish > ~/.config/fish/completions/hermes4.fish
  hermes4 completion powershell >> $PROFILE`)
    .addArgument(
      new Argument('<shell>', 'the shell').choices(['bash', 'zsh', 'fish', 'powershell']),
    )
    .action(
      act(async ({ args: [shell = ''], program: whole, context }) => {
        const { completion } = await import('./completion.ts');
        return completion(shell, whole, context);
      }),
    );
};
