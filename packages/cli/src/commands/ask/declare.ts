import { type Declare, GROUPS } from '../../command.ts';
import { addParameters } from '../../parameters/add-parameters.ts';
import { settingOption } from '../../setting-option.ts';
import { addGoOnOptions } from '../../talk/go-on-options.ts';
import { addLimitOptions } from '../../talk/limit-options.ts';
import type { AskOptions } from './ask-options.ts';

const FORM = 'What is printed:';

/** `hermes4 ask` */
export const declareAsk: Declare = (program, act) => {
  const command = program
    .command('ask')
    .helpGroup(GROUPS.talk)
    .summary('ask one question; the answer streams to standard output')
    .description(`Ask one question; the answer streams to standard output.

Examples:
  hermes4 ask "Why is the sky blue?"
  git diff | hermes4 ask -s "You are a reviewer" "What could break?"
  hermes4 ask -a report.pdf -a notes.md "What do they disagree on?"
  hermes4 ask --reasoning "Is 1009 prime?"
  hermes4 ask -c "And 1011?"
  hermes4 ask -t translate -p to=French < letter.txt
  hermes4 ask --schema city.json "The largest city of Chile" | jq .name
  hermes4 ask -x "A shell script that prints the date" > date.sh
  hermes4 ask --dry-run --top-p 0.9 "Hello"    the request, not sent`)
    .argument('[prompt]', 'the question; what is piped in is put behind it')
    .option('-s, --system <text>', 'how the model is to behave')
    .option('-a, --attach <file>', 'a file of text or a PDF; repeat it for more', collect)
    .option('-t, --template <name>', 'a question that was saved, see hermes4 templates')
    .option('-p, --param <name=value>', 'fill a blank of the template; repeat it', collect)
    .addOption(
      settingOption(
        'reasoning',
        '--reasoning [mode]',
        'let it think first: show, hide, only or off (auto: shown when somebody looks on)',
      ).preset('auto'),
    )
    .option('--local', 'ask the simulator on this machine: no key, no network');
  for (const option of [
    command
      .createOption(
        '--schema <file>',
        'JSON that fits a JSON Schema, which may also stand here itself',
      )
      .conflicts(['extract', 'jsonlEvents']),
    command
      .createOption('--json', 'the whole chat completion as JSON')
      .conflicts(['extract', 'jsonlEvents', 'schema']),
    command
      .createOption('--jsonl-events', 'each event as a line of JSON, as it comes')
      .conflicts('extract'),
    command.createOption('-x, --extract', 'the first block of code alone'),
    settingOption('markdown', '--no-markdown', 'the text as it comes, also on a terminal'),
    command.createOption('-u, --usage', 'tokens, cost and time, on standard error'),
    command.createOption('--dry-run', 'the exact request as JSON, without sending it'),
  ]) {
    command.addOption(option.helpGroup(FORM));
  }
  addGoOnOptions(command);
  addLimitOptions(command);
  addParameters(command).action(
    act<AskOptions>(async ({ args: [prompt], options, context }) => {
      const { ask } = await import('./ask.ts');
      return ask(prompt, options, context);
    }),
  );
};

function collect(path: string, before: readonly string[] = []): string[] {
  return [...before, path];
}
