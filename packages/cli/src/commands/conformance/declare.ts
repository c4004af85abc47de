import { type Declare, GROUPS } from '../../command.ts';
import type { ConformanceOptions } from './conformance.ts';

/** `hermes4 conformance` */
export const declareConformance: Declare = (program, act) => {
  program
    .command('conformance')
    .helpGroup(GROUPS.local)
    .summary('find out how a host of the model differs')
    .description(`Ask a host fifteen questions below the client: how it streams, counts, thinks,
calls tools, keeps limits and schemas, and names mistakes. About forty short
calls, some thousands of tokens. It leaves with 8 when something is lost that no
client can bring back.

Examples:
  hermes4 conformance --base-url http://127.0.0.1:8000/v1
  hermes4 conformance --host openrouter --profile openrouter.json
  hermes4 conformance --json | jq .profile`)
    .option('--profile <file>', 'write the profile that createHermes({ host }) takes')
    .option('--only <names>', 'ask only these, separated by commas', (text) => text.split(','))
    .option('--json', 'print JSON')
    .action(
      act<ConformanceOptions>(async ({ options, context }) => {
        const { conformance } = await import('./conformance.ts');
        return conformance(options, context);
      }),
    );
};
