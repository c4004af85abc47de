import { type Declare, GROUPS } from '../../command.ts';
import type { RemoveOptions, StatusOptions } from './keys.ts';

/** `hermes4 keys` */
export const declareKeys: Declare = (program, act) => {
  const keys = program
    .command('keys')
    .helpGroup(GROUPS.keep)
    .summary('store a key, safely, and see which one is used')
    .description(`Store a key, safely, and see which one is used.

A key is looked for in --key-file, the environment (AIMLAPI_API_KEY), the output
of key-cmd, the system's keychain, and a file that you alone can read. A stored
key is sent to the address that it was stored for and to no other.

Examples:
  hermes4 keys set                       asks for it, without showing it
  hermes4 keys set < key.txt
  hermes4 config set key-cmd "pass show aimlapi"
  hermes4 keys status`);

  keys
    .command('set')
    .summary('store the key of the host')
    .description(`Store the key of the host: type it, or pipe it in. It is never an argument,
which others could see.

Examples:
  hermes4 keys set
  hermes4 keys set --host openrouter < key.txt`)
    .action(
      act(async ({ context }) => {
        const { setKey } = await import('./keys.ts');
        return setKey(context);
      }),
    );
  keys
    .command('status')
    .summary('say which key is used, and which are stored')
    .description('Say which key is used, and which are stored. No key is shown.')
    .option('--json', 'print JSON')
    .action(
      act<StatusOptions>(async ({ options, context }) => {
        const { printKeyStatus } = await import('./keys.ts');
        return printKeyStatus(options, context);
      }),
    );
  keys
    .command('remove')
    .alias('rm')
    .summary('forget the stored key of the host')
    .description('Forget the stored key of the host.')
    .option('--all', 'forget those of all hosts')
    .option('-y, --yes', 'do not ask')
    .action(
      act<RemoveOptions>(async ({ options, context }) => {
        const { removeKeys } = await import('./keys.ts');
        return removeKeys(options, context);
      }),
    );
};
