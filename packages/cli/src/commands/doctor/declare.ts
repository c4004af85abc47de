import { type Declare, GROUPS } from '../../command.ts';
import type { DoctorOptions } from './doctor.ts';

/** `hermes4 doctor` */
export const declareDoctor: Declare = (program, act) => {
  program
    .command('doctor')
    .helpGroup(GROUPS.account)
    .summary('find out what is wrong, and what to do about it')
    .description(`Find out what is wrong, and what to do about it: Node, settings, key, proxy,
network, model, whether the key may chat, balance, speed, history. It leaves with
the exit code of the first failure.

Examples:
  hermes4 doctor
  hermes4 doctor --base-url http://127.0.0.1:4405/v1
  hermes4 doctor --ask                   asks the model, too: a fraction of a cent
  hermes4 doctor --json | jq '.checks[] | select(.status == "failed")'`)
    .option('--ask', 'also ask the model something short')
    .option('--json', 'print JSON')
    .action(
      act<DoctorOptions>(async ({ options, context }) => {
        const { doctor } = await import('./doctor.ts');
        return doctor(options, context);
      }),
    );
};
