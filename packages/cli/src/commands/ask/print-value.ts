import { createPrinter } from '../../talk/printer.ts';
import type { Print } from './print.ts';

/** The answer as a value that fits its schema. */
export const printValue: Print = async ({ hermes }, { params, format }, { io, waiting }) => {
  if (!format) throw new TypeError('There is no schema to hold the answer against.');
  const completion = await hermes.chat.completions.parse(
    { ...params, response_format: format },
    { signal: io.signal },
  );
  const { parsed } = completion.choices[0].message;
  waiting.end();
  await createPrinter(io.stdout).print(`${JSON.stringify(parsed, null, 2)}\n`);
  return completion;
};
