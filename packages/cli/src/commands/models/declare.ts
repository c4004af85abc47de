import { type Declare, GROUPS } from '../../command.ts';
import type { ModelsOptions } from './models.ts';

/** `hermes4 models` */
export const declareModels: Declare = (program, act) => {
  program
    .command('models')
    .helpGroup(GROUPS.account)
    .summary('list the models of the host, with prices')
    .description(`List the models of the host, with prices in US dollars for a million tokens. It
needs no key at the hosted API.

Examples:
  hermes4 models                         those that chat
  hermes4 models hermes --speed          how fast they answer at present
  hermes4 models --all --json | jq '.[].id'`)
    .argument('[words...]', 'only models in whose names these occur')
    .option('--all', 'models of every kind, also those that do not chat')
    .option('--speed', 'how fast they answered in the last minutes')
    .option('--json', 'print JSON')
    .action(
      act<ModelsOptions>(async ({ args, options, context }) => {
        const { listModels } = await import('./models.ts');
        return listModels(args, options, context);
      }),
    );
};
