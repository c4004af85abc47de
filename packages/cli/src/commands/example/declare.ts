import { Argument } from 'commander';
import { type Declare, GROUPS } from '../../command.ts';
import { addParameters } from '../../parameters/add-parameters.ts';
import { settingOption } from '../../setting-option.ts';
import type { ExampleOptions } from './example.ts';

/** `hermes4 example` */
export const declareExample: Declare = (program, act) => {
  const command = program
    .command('example')
    .helpGroup(GROUPS.local)
    .summary('print a program that makes a call')
    .description(`Print a program that makes a call with the parameters that are given here, ready
to run.

Examples:
  hermes4 example python "Hello" > hello.py
  hermes4 example ts --stream --temperature 0.6 "Tell a story" > story.ts
  hermes4 example curl --host openrouter --reasoning "Is 1009 prime?"`)
    .addArgument(
      new Argument('<language>', 'what it is written in').choices(['ts', 'js', 'python', 'curl']),
    )
    .argument('[prompt]', 'the question', 'Hello')
    .option('-s, --system <text>', 'how the model is to behave')
    .option('--stream', 'print the answer while it arrives')
    .addOption(settingOption('reasoning', '--reasoning', 'let it think first').preset('auto'));
  addParameters(command).action(
    act<ExampleOptions>(async ({ args: [language = '', prompt = 'Hello'], options, context }) => {
      const { example } = await import('./example.ts');
      return example(language, prompt, options, context);
    }),
  );
};
