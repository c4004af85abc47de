import { writeFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import type { Context } from '../../../command.ts';
import { UsageError } from '../../../failure.ts';
import { whyNotWritten } from '../../../files/read-given.ts';
import { userContent } from '../../../talk/attachments.ts';
import { writeSaved } from '../saved.ts';
import { transcriptOf } from '../transcript.ts';
import type { Next, Slash } from './slash.ts';

/** What goes into files and comes out of them. */
export const fileSlashes: readonly Slash[] = [
  {
    name: 'attach',
    operands: '<file>',
    summary: 'send a file of text, or a PDF, with the next question',
    async run(operand, state, { context }): Promise<Next> {
      if (operand === '') throw new UsageError('Name a file: /attach notes.md');
      // Read now, so that a file that cannot be read is told now.
      await userContent('', [operand], context.io);
      state.attachments = [...state.attachments, operand];
      context.say(`${operand} goes with the next question`);
      return 'prompt';
    },
  },
  {
    name: 'save',
    operands: '<file.json>',
    summary: 'save the conversation; hermes4 chat --open goes on with it',
    async run(operand, state, { context }): Promise<Next> {
      if (operand === '') throw new UsageError('Name a file: /save talk.json');
      await write(operand, writeSaved(state.conversation), context);
      return 'prompt';
    },
  },
  {
    name: 'export',
    operands: '<file.md>',
    summary: 'write the conversation down for people to read',
    async run(operand, state, { context }): Promise<Next> {
      if (operand === '') throw new UsageError('Name a file: /export talk.md');
      if (extname(operand) === '.json') throw new UsageError('For JSON there is /save.');
      await write(operand, transcriptOf(state.conversation), context);
      return 'prompt';
    },
  },
];

/** Never over another file: what stands there may be worth more. */
async function write(path: string, text: string, { io, say }: Context): Promise<void> {
  try {
    await writeFile(resolve(io.cwd, path), text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'EEXIST' ? 'there is a file of that name' : whyNotWritten(error);
    throw new UsageError(`${path} was not written: ${why}.`);
  }
  say(`written to ${path}`);
}
