import type { ChatCompletion, ChatCompletionCreateParams, Hermes } from '@hermes4/node';
import type { Context } from '../../command.ts';
import { EXIT } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { openClient } from '../../open-client.ts';
import { createPrinter } from './printer.ts';
import { readPrompt } from './prompt.ts';

/** What `hermes4 ask` can be told. */
export interface AskOptions {
  readonly json?: boolean;
  readonly local?: boolean;
}

/** Asks one question, streams the answer to standard output and says on standard error who answers. */
export async function ask(
  argument: string | undefined,
  options: AskOptions,
  context: Context,
): Promise<number> {
  const { io } = context;
  const content = await readPrompt(argument, io);
  const client = await openClient(context, options.local);
  try {
    if (client.introduction) context.say(client.introduction);
    const params = { messages: [{ role: 'user' as const, content }] };
    const completion = options.json
      ? await printJson(client.hermes, params, io)
      : await printText(client.hermes, params, io);
    if (completion) warnIfCut(completion, io);
    return EXIT.ok;
  } finally {
    await client.close();
  }
}

async function printJson(
  hermes: Hermes,
  params: ChatCompletionCreateParams,
  io: Io,
): Promise<ChatCompletion> {
  const completion = await hermes.chat.completions.create(
    { ...params, stream: false },
    { signal: io.signal },
  );
  await createPrinter(io.stdout).print(`${JSON.stringify(completion, null, 2)}\n`);
  return completion;
}

async function printText(
  hermes: Hermes,
  params: ChatCompletionCreateParams,
  io: Io,
): Promise<ChatCompletion | undefined> {
  const stream = hermes.chat.completions.stream(params, { signal: io.signal });
  const printer = createPrinter(io.stdout);
  try {
    for await (const part of stream) {
      if (part.type === 'text-delta') await printer.print(part.text);
      if (printer.isClosed()) return undefined;
    }
  } finally {
    await printer.endLine();
  }
  return stream.finalCompletion();
}

function warnIfCut(completion: ChatCompletion, io: Io): void {
  if (completion.choices[0]?.finish_reason !== 'length') return;
  io.stderr.write('hermes4: the answer was cut at the token limit\n');
}
