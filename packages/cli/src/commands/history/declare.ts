import { type Declare, GROUPS } from '../../command.ts';
import { readCount } from '../../format/read-count.ts';
import type { ExportOptions } from './export.ts';
import type { ListOptions, ShowOptions } from './history.ts';
import type { RemoveOptions } from './remove.ts';

/** `hermes4 history` */
export const declareHistory: Declare = (program, act) => {
  const history = program
    .command('history')
    .helpGroup(GROUPS.keep)
    .summary('find again what was asked and answered')
    .description(`Find again what was asked and answered. It is kept on this machine, for your
eyes alone. To keep nothing: hermes4 config set history false, or
HERMES4_HISTORY=off for a while.

Examples:
  hermes4 history list
  hermes4 history search "blue sky" rayleigh
  hermes4 history show 12
  hermes4 history export -o all.jsonl
  hermes4 history remove --older-than 30d`);

  history
    .command('list')
    .summary('list the last conversations')
    .description('List the conversations that were gone on with last.')
    .option('-n, --limit <count>', 'how many', readCount, 20)
    .option('--json', 'print JSON')
    .action(
      act<ListOptions>(async ({ options, context }) => {
        const { listHistory } = await import('./history.ts');
        return listHistory(options, context);
      }),
    );
  history
    .command('show')
    .summary('show a conversation')
    .description('Show a conversation, by its number or that of any exchange in it.')
    .argument('[id]', 'the last one when left out')
    .option('--json', 'print JSON')
    .action(
      act<ShowOptions>(async ({ args: [id], options, context }) => {
        const { showHistory } = await import('./history.ts');
        return showHistory(id, options, context);
      }),
    );
  history
    .command('search')
    .summary('find exchanges by their words')
    .description(
      'Find exchanges in which all of the words occur; quote a phrase, in the quotes of your shell.',
    )
    .argument('<words...>')
    .option('-n, --limit <count>', 'how many', readCount, 20)
    .option('--json', 'print JSON')
    .action(
      act<ListOptions>(async ({ args, options, context }) => {
        const { searchHistory } = await import('./history.ts');
        return searchHistory(args.join(' '), options, context);
      }),
    );
  history
    .command('export')
    .summary('print conversations, all of them or some')
    .description('Print conversations: as lines of JSON, one an exchange, or as Markdown.')
    .argument('[id...]', 'all of them when left out')
    .addOption(
      program
        .createOption('-f, --format <format>', 'jsonl or markdown')
        .choices(['jsonl', 'markdown'])
        .default('jsonl'),
    )
    .option('-o, --output <file>', 'where to, instead of standard output')
    .action(
      act<ExportOptions>(async ({ args, options, context }) => {
        const { exportHistory } = await import('./export.ts');
        return exportHistory(args, options, context);
      }),
    );
  history
    .command('remove')
    .alias('rm')
    .summary('remove conversations')
    .description('Remove conversations; their words are overwritten in the file.')
    .argument('[id...]')
    .option('--older-than <time>', 'those that nobody went on with for this long: 30d, 12h, 2w')
    .option('--all', 'all of them')
    .option('-y, --yes', 'do not ask')
    .action(
      act<RemoveOptions>(async ({ args, options, context }) => {
        const { removeHistory } = await import('./remove.ts');
        return removeHistory(args, options, context);
      }),
    );
  history
    .command('path')
    .summary('print where it is kept')
    .description('Print where it is kept: an SQLite database.')
    .action(
      act(async ({ context }) => {
        const { printHistoryPath } = await import('./history.ts');
        return printHistoryPath(context);
      }),
    );
};
