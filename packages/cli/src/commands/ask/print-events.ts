import type { ChatCompletion } from '@hermes4/node';
import { createPrinter } from '../../talk/printer.ts';
import type { Print } from './print.ts';

/**
 * Each part of the answer as a line of JSON, while it arrives; the last line is the whole completion, or what
 * went wrong.
 */
export const printEvents: Print = async ({ hermes }, { params }, { io, waiting }) => {
  const printer = createPrinter(io.stdout);
  const print = (event: object): Promise<void> => {
    waiting.end();
    return printer.print(`${JSON.stringify(event)}\n`);
  };
  const stream = hermes.chat.completions.stream(params, { signal: io.signal });
  try {
    for await (const part of stream) {
      await print(part);
      if (printer.isClosed()) return undefined;
    }
    const completion: ChatCompletion = await stream.finalCompletion();
    await print({ type: 'completion', completion });
    return completion;
  } catch (error) {
    const { exitCodeOf } = await import('../../report-error.ts');
    const said = error instanceof Error ? error : new Error(String(error));
    const told = 'toJSON' in said ? said : { name: said.name, message: said.message };
    await print({ type: 'error', exit_code: exitCodeOf(error), error: told });
    throw error;
  }
};
