import type { Context } from '../../command.ts';
import { EXIT } from '../../exit-code.ts';
import { captureRequest } from '../../talk/capture-request.ts';
import { createPrinter } from '../../talk/printer.ts';
import type { AskOptions } from './ask-options.ts';
import type { Request } from './request.ts';

/** Prints the request that would be sent, without its key; nothing is sent, and no key is needed. */
export async function printRequest(
  { params, format }: Request,
  { json, local }: AskOptions,
  context: Context,
): Promise<number> {
  const captured = await captureRequest(context, local, ({ chat: { completions } }) => {
    if (format) return completions.parse({ ...params, response_format: format });
    if (json) return completions.create({ ...params, stream: false });
    return completions.stream(params).finalCompletion();
  });
  await createPrinter(context.io.stdout).print(`${JSON.stringify(captured, null, 2)}\n`);
  return EXIT.ok;
}
