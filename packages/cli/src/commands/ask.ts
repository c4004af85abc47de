import type { ChatCompletion, ChatCompletionCreateParams, Hermes } from '@hermes4/node';
import { EXIT } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { type Answerer, hostedAnswerer, localAnswerer } from './answerer.ts';
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
  io: Io,
): Promise<number> {
  const content = await readPrompt(argument, io);
  const answerer = options.local ? await localAnswerer(io) : hostedAnswerer(io);
  try {
    io.stderr.write(`hermes4: ${answerer.introduction}\n`);
    const params = { messages: [{ role: 'user' as const, content }] };
    const completion = options.json
      ? await printJson(answerer.hermes, params, io)
      : await printText(answerer, params, io);
    if (completion) warnIfCut(completion, io);
    return EXIT.ok;
  } finally {
    await answerer.close();
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
  { hermes }: Answerer,
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
