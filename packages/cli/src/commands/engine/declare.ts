import { Option } from 'commander';
import { type Declare, GROUPS } from '../../command.ts';
import type { InstallOptions } from './install-engine.ts';

/** `hermes4 engine` */
export const declareEngine: Declare = (program, act) => {
  const engine = program
    .command('engine')
    .helpGroup(GROUPS.local)
    .summary('install what runs model files on this machine')
    .description(`Install what runs model files on this machine, in a folder of its own:
node-llama-cpp, about 90 MB.

Examples:
  hermes4 engine install
  hermes4 engine install --gpu cuda      with the libraries for NVIDIA cards, about 640 MB
  hermes4 serve --engine gguf --model-file Hermes-4-14B-Q4_K_M.gguf
  hermes4 engine remove`);

  engine
    .command('install')
    .description('Install it, or bring it to the version of this command line.')
    .addOption(
      new Option('--gpu <kind>', 'reach a graphics card through it; Apple’s need nothing').choices([
        'cuda',
        'vulkan',
      ]),
    )
    .action(
      act<InstallOptions>(async ({ options, context }) => {
        const { installEngine } = await import('./install-engine.ts');
        await installEngine(options, context);
      }),
    );
  engine
    .command('status')
    .description('Tell whether it is installed, where, and how large it is.')
    .option('--json', 'print JSON')
    .action(
      act<{ json?: true }>(async ({ options, context }) => {
        const { showEngine } = await import('./show-engine.ts');
        await showEngine(options, context);
      }),
    );
  engine
    .command('remove')
    .description('Remove it.')
    .action(
      act(async ({ context }) => {
        const { removeEngine } = await import('./remove-engine.ts');
        await removeEngine(context);
      }),
    );
};
