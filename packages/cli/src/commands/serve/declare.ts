import { Option } from 'commander';
import { type Declare, GROUPS } from '../../command.ts';
import { limitOptions } from './limit-options.ts';
import { numeric } from './numeric-option.ts';
import type { ServeOptions } from './serve-options.ts';

const ANSWERS = 'What answers:';
const DOOR = 'Who may call:';
const LIMITS = 'What each caller may take:';
const PURPOSE = 'What goes slowly or wrong on purpose:';

/** `hermes4 serve` */
export const declareServe: Declare = (program, act) => {
  const command = program
    .command('serve')
    .helpGroup(GROUPS.local)
    .summary('serve the Hermes 4 API on this machine')
    .description(`Serve the Hermes 4 API on this machine: a simulator, recordings, a model file,
or another host.

Examples:
  hermes4 serve                          the simulator at 127.0.0.1:4405
  hermes4 serve --port 0                 a free port, told on standard output
  hermes4 serve --engine relay --host openrouter --repair
  hermes4 serve --engine relay --upstreams upstreams.json
  hermes4 serve --engine replay --cassette hello.json --record misses
  hermes4 serve --concurrent 4 --redis redis://127.0.0.1:6379
  hermes4 serve --engine gguf --model-file Hermes-4-14B-Q4_K_M.gguf
  hermes4 serve --timing hermes-4-405b --faults faults.json`)
    .addOption(
      numeric('-p, --port <port>', 'the TCP port; 0 takes a free one', {
        isWhole: true,
        minimum: 0,
        maximum: 65_535,
      }).default(4405),
    )
    .option(
      '--bind <address>',
      'the address to listen on; any but this machine needs keys',
      '127.0.0.1',
    );
  grouped(ANSWERS, [
    new Option('--engine <name>', 'what answers')
      .choices(['sim', 'relay', 'replay', 'gguf'])
      .default('sim'),
    new Option('--cassette <file>', 'the recordings that replay answers from'),
    new Option('--record <which>', 'what replay asks of the host and records').choices([
      'misses',
      'all',
    ]),
    new Option('--upstreams <file>', 'relay: several hosts to share calls among, as JSON'),
    new Option('--repair', 'relay: give thinking and tool calls fields of their own'),
    new Option('--model-file <file>', 'gguf: the model that is run on this machine'),
    numeric('--parallel <whole>', 'gguf: how many answers are written at once', {
      isWhole: true,
      minimum: 1,
    }),
    numeric('--context-tokens <whole>', 'gguf: what prompt and answer may take together', {
      isWhole: true,
      minimum: 64,
    }),
    numeric('--threads <whole>', 'gguf: how many threads compute', { isWhole: true, minimum: 1 }),
    new Option('--cpu', 'gguf: leave the graphics card alone'),
    new Option('--dialect <name>', 'sim: speak as another host does').choices([
      'aimlapi',
      'openrouter',
      'vllm',
      'nebius',
      'inline',
      'odd',
    ]),
    numeric('--seed <whole>', 'what chance begins with', { isWhole: true }),
  ]);
  grouped(DOOR, [
    new Option('--keys-file <file>', 'the keys that callers may use, one on each line'),
    new Option('--admin-key-file <file>', 'the key that opens /metrics and /admin/, on one line'),
    new Option(
      '--allow-anonymous',
      'relay, replay: let anybody who reaches this machine spend your money',
    ),
    new Option('--allow-origin <origin>', 'a page that may call; repeat it for more').argParser(
      collect,
    ),
    new Option('--account', 'keep an account: keys, billing, usage and logs, in memory'),
    new Option('--resume', 'let readers come back to a stream that they lost'),
  ]);
  grouped(LIMITS, limitOptions());
  grouped(PURPOSE, [
    new Option('--timing <name>', 'how long answers take').choices(['instant', 'hermes-4-405b']),
    numeric('--tokens-per-second <number>', 'how fast answers are written', { minimum: 0.001 }),
    new Option('--faults <file>', 'a list of rules, as JSON, for what goes wrong'),
    new Option('--fault-header', 'let a call ask for its own fault: x-hermes4-fault'),
  ]);
  command.action(
    act<ServeOptions>(async ({ options, context }) => {
      const { serve } = await import('./serve.ts');
      return serve(options, context);
    }),
  );

  function grouped(heading: string, options: readonly Option[]): void {
    for (const option of options) command.addOption(option.helpGroup(heading));
  }
};

function collect(one: string, before: readonly string[] = []): string[] {
  return [...before, one];
}
