import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { resolve } from 'node:path';
import type { Context } from '../../command.ts';
import { UsageError } from '../../failure.ts';
import { whyNotWritten } from '../../files/read-given.ts';
import { asMarkdown } from '../../history/as-markdown.ts';
import type { Exchange } from '../../history/exchange.ts';
import type { History } from '../../history/history.ts';
import type { Output } from '../../io.ts';
import { createPrinter } from '../../talk/printer.ts';
import { conversationOf } from './conversation-of.ts';
import { withHistory } from './with-history.ts';

/** What `hermes4 history export` can be told. */
export interface ExportOptions {
  readonly format: 'jsonl' | 'markdown';
  readonly output?: string;
}

/** `hermes4 history export` */
export async function exportHistory(
  ids: readonly string[],
  { format, output }: ExportOptions,
  context: Context,
): Promise<void> {
  await withHistory(context, async (history) => {
    const conversations = ids.map((id) => conversationOf(id, history));
    const texts =
      format === 'jsonl' ? linesOf(conversations, history) : pagesOf(conversations, history);
    if (output === undefined || output === '-') return print(texts, context.io.stdout);
    const path = resolve(context.io.cwd, output);
    const file = await createFile(path);
    await print(texts, file);
    await once(file.end(), 'close');
    context.say(`exported to ${path}`);
  });
}

function* linesOf(conversations: readonly number[], history: History): Generator<string> {
  for (const exchange of exchangesOf(conversations, history)) yield `${JSON.stringify(exchange)}\n`;
}

function* exchangesOf(conversations: readonly number[], history: History): Generator<Exchange> {
  if (conversations.length === 0) yield* history.all();
  for (const id of new Set(conversations)) yield* history.conversation(id);
}

function* pagesOf(conversations: readonly number[], history: History): Generator<string> {
  const ids =
    conversations.length > 0
      ? conversations
      : history.list(Number.MAX_SAFE_INTEGER).map(({ id }) => id);
  let rule = '';
  for (const id of new Set(ids)) {
    yield rule + asMarkdown(history.conversation(id));
    rule = '\n---\n\n';
  }
}

async function print(texts: Iterable<string>, output: Output): Promise<void> {
  const printer = createPrinter(output);
  for (const text of texts) {
    if (printer.isClosed()) return;
    await printer.print(text);
  }
}

/** For its owner's eyes alone, as the history is; a file that is there is somebody's. */
async function createFile(path: string): Promise<WriteStream> {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  try {
    await once(file, 'open');
    return file;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'EEXIST' ? 'there is a file already' : whyNotWritten(error);
    throw new UsageError(`${path} cannot be written: ${why}.`);
  }
}
