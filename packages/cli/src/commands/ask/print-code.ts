import { EXIT } from '../../exit-code.ts';
import { Failure } from '../../failure.ts';
import { createPrinter } from '../../talk/printer.ts';
import type { Print } from './print.ts';

/** The first block of code. Prose never takes its place: whatever reads this may run it. */
export const printCode: Print = async ({ hermes }, { params }, { io, waiting }) => {
  const stream = hermes.chat.completions.stream(params, { signal: io.signal });
  const completion = await stream.finalCompletion();
  const code = firstCode(completion.choices[0]?.message.content ?? '');
  if (code === undefined) {
    throw new Failure('The answer holds no block of code.', EXIT.invalidOutput);
  }
  waiting.end();
  await createPrinter(io.stdout).print(code);
  return completion;
};

/** What stands between the first fence and the one that closes it; an answer that was cut closes none. */
export function firstCode(text: string): string | undefined {
  const opening = /^( {0,3})(`{3,}|~{3,})[^`\n]*\n/m.exec(text);
  if (!opening) return undefined;
  const [all, , fence = ''] = opening;
  const rest = text.slice(opening.index + all.length);
  const closing = new RegExp(`^ {0,3}${fence}${fence.charAt(0)}*[ \\t]*$`, 'm').exec(rest);
  const code = closing ? rest.slice(0, closing.index) : rest;
  return code === '' || code.endsWith('\n') ? code : `${code}\n`;
}
