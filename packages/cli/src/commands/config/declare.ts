import { type Declare, GROUPS } from '../../command.ts';
import type { ConfigOptions, ListOptions } from './config.ts';

/** `hermes4 config` */
export const declareConfig: Declare = (program, act) => {
  const config = program
    .command('config')
    .helpGroup(GROUPS.keep)
    .summary('read and change settings')
    .description(`Read and change settings. What is set nearer to a call wins:
flags, environment, the project's hermes4.toml, your own config.toml, defaults.

Examples:
  hermes4 config set temperature 0.3
  hermes4 config set --project model hermes-4-70b
  hermes4 config list                    what holds, and who set it
  hermes4 config edit`);

  config
    .command('list')
    .summary('list what is set, and by whom')
    .description('List what is set, and by whom.')
    .option('--all', 'list what is not set as well, with what it does')
    .option('--json', 'print JSON')
    .action(
      act<ListOptions>(async ({ options, context }) => {
        const { listConfig } = await import('./config.ts');
        return listConfig(options, context);
      }),
    );
  config
    .command('get')
    .summary('print what holds for one setting')
    .description('Print what holds for one setting; nothing when nobody set it.')
    .argument('<name>')
    .action(
      act(async ({ args: [name], context }) => {
        const { getConfig } = await import('./config.ts');
        return getConfig(name, context);
      }),
    );
  config
    .command('set')
    .summary('set something')
    .description(`Set something in your config.toml, or in the project's hermes4.toml.

Examples:
  hermes4 config set history false
  hermes4 config set stop "###" "END"    a list`)
    .argument('<name>')
    .argument('<value...>')
    .option('--project', "in the project's file, which others share")
    .action(
      act<ConfigOptions>(async ({ args: [name, ...values], options, context }) => {
        const { setConfig } = await import('./config.ts');
        return setConfig(name, values, options, context);
      }),
    );
  config
    .command('unset')
    .summary('take back what was set')
    .description('Take back what was set.')
    .argument('<name>')
    .option('--project', "in the project's file")
    .action(
      act<ConfigOptions>(async ({ args: [name], options, context }) => {
        const { unsetConfig } = await import('./config.ts');
        return unsetConfig(name, options, context);
      }),
    );
  config
    .command('path')
    .summary('print where your settings are')
    .description('Print where your settings are.')
    .option('--project', "where the project's are")
    .action(
      act<ConfigOptions>(async ({ options, context }) => {
        const { printConfigPath } = await import('./config.ts');
        return printConfigPath(options, context);
      }),
    );
  config
    .command('edit')
    .summary('open your settings in your editor')
    .description('Open your settings in your editor, VISUAL or EDITOR.')
    .option('--project', "open the project's")
    .action(
      act<ConfigOptions>(async ({ options, context }) => {
        const { editConfig } = await import('./config.ts');
        return editConfig(options, context);
      }),
    );
};
