import { InvalidArgumentError } from 'commander';
import { type Declare, GROUPS } from '../../command.ts';
import type { ServeOptions } from './serve.ts';

/** `hermes4 serve` */
export const declareServe: Declare = (program, act) => {
  program
    .command('serve')
    .helpGroup(GROUPS.local)
    .summary('serve the Hermes 4 API on this machine')
    .description(`Serve the Hermes 4 API on 127.0.0.1, answered by the simulator.

Examples:
  hermes4 serve
  hermes4 serve --port 0                 a free port, printed on standard output`)
    .option('-p, --port <port>', 'the TCP port; 0 takes a free one', toPort, 4405)
    .action(
      act<ServeOptions>(async ({ options, context }) => {
        const { serve } = await import('./serve.ts');
        return serve(options, context.io);
      }),
    );
};

function toPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('Expected a whole number from 0 to 65535.');
}
