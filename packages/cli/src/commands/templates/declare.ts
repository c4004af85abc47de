import { type Declare, GROUPS } from '../../command.ts';
import { addParameters } from '../../parameters/add-parameters.ts';
import type { RemoveOptions, SaveOptions, ShowOptions } from './templates.ts';

/** `hermes4 templates` */
export const declareTemplates: Declare = (program, act) => {
  const templates = program
    .command('templates')
    .helpGroup(GROUPS.keep)
    .summary('keep questions that are asked often')
    .description(`Keep questions that are asked often, with {{blanks}} to fill in. What is typed
or piped in goes where {{input}} stands, or behind the prompt.

Examples:
  hermes4 templates save review -s "You review code" "What could break in this?"
  git diff | hermes4 ask -t review
  hermes4 templates save translate "Translate into {{language}}: {{input}}" --temperature 0.2
  hermes4 ask -t translate -p language=Greek "Good morning"`);

  templates
    .command('list')
    .summary('list templates')
    .description('List templates.')
    .option('--json', 'print JSON')
    .action(
      act<ShowOptions>(async ({ options, context }) => {
        const { listTemplates } = await import('./templates.ts');
        return listTemplates(options, context);
      }),
    );
  templates
    .command('show')
    .summary('print a template')
    .description('Print a template, as it is written.')
    .argument('<name>')
    .option('--json', 'print JSON')
    .action(
      act<ShowOptions>(async ({ args: [name], options, context }) => {
        const { showTemplate } = await import('./templates.ts');
        return showTemplate(name, options, context);
      }),
    );
  const save = templates
    .command('save')
    .summary('save a template')
    .description(`Save a template under a name, from flags or from TOML on standard input.

Examples:
  hermes4 templates save brief -s "Answer in one sentence." --max-tokens 60
  hermes4 templates save city --schema city.json "The largest city of {{country}}"
  hermes4 templates save review < review.toml`)
    .argument('<name>')
    .argument('[prompt]')
    .option('-s, --system <text>', 'how the model is to behave')
    .option('--schema <file>', 'the JSON Schema that answers have to fit')
    .option('-f, --force', 'replace the template that has this name');
  addParameters(save).action(
    act<SaveOptions>(async ({ args: [name, prompt], options, context }) => {
      const { saveTemplate } = await import('./templates.ts');
      return saveTemplate(name, prompt, options, context);
    }),
  );
  templates
    .command('edit')
    .summary('open a template in your editor')
    .description('Open a template, or a new one, in your editor: VISUAL or EDITOR.')
    .argument('<name>')
    .action(
      act(async ({ args: [name], context }) => {
        const { editTemplate } = await import('./templates.ts');
        return editTemplate(name, context);
      }),
    );
  templates
    .command('remove')
    .alias('rm')
    .summary('remove a template')
    .description('Remove a template.')
    .argument('<name>')
    .option('-y, --yes', 'do not ask')
    .action(
      act<RemoveOptions>(async ({ args: [name], options, context }) => {
        const { removeTemplate } = await import('./templates.ts');
        return removeTemplate(name, options, context);
      }),
    );
};
