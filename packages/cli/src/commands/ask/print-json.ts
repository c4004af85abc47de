import { createPrinter } from '../../talk/printer.ts';
import type { Print } from './print.ts';

/** The whole chat completion. */
export const printJson: Print = async ({ hermes }, { params }, { io, waiting }) => {
  const { signal } = io;
  const completion = await hermes.chat.completions.create({ ...params, stream: false }, { signal });
  waiting.end();
  await createPrinter(io.stdout).print(`${JSON.stringify(completion, null, 2)}\n`);
  return completion;
};
