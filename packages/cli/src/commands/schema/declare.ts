import { Option } from 'commander';
import { type Declare, GROUPS } from '../../command.ts';
import type { SchemaOptions } from './schema.ts';

/** `hermes4 schema` */
export const declareSchema: Declare = (program, act) => {
  program
    .command('schema')
    .helpGroup(GROUPS.local)
    .summary('print the API document, whole or in part')
    .description(`Print the API document, OpenAPI 3.1, as a whole or as far as one path or schema
needs it.

Examples:
  hermes4 schema > hermes-4.yaml
  hermes4 schema --format json | jq '.paths | keys'
  hermes4 schema --path /v1/chat/completions
  hermes4 schema --path ChatCompletion --format json`)
    .option('--path <path>', "one path of the API, or one schema's name")
    .addOption(
      new Option('--format <format>', 'how it is written')
        .choices(['yaml', 'json'])
        .default('yaml'),
    )
    .action(
      act<SchemaOptions>(async ({ options, context }) => {
        const { schema } = await import('./schema.ts');
        return schema(options, context);
      }),
    );
};
