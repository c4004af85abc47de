import { type Declare, GROUPS } from '../../command.ts';

/** `hermes4 explain` */
export const declareExplain: Declare = (program, act) => {
  program
    .command('explain')
    .helpGroup(GROUPS.local)
    .summary('say why an error happens, and what helps')
    .description(`Say why an error of the client or of this command happens, what to do about it,
and whether it is tried again. Without a code, list them all.

Examples:
  hermes4 explain
  hermes4 explain rate_limited
  hermes4 explain timed_out > timed_out.md`)
    .argument('[code]', 'the code of the error, such as rate_limited')
    .action(
      act(async ({ args: [code], context }) => {
        const { explain } = await import('./explain.ts');
        return explain(code, context);
      }),
    );
};
