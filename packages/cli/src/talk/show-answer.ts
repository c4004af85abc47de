import type { ChatCompletion, ChatStream } from '@hermes4/node';
import type { Context } from '../command.ts';
import type { Markdown } from './markdown/markdown.ts';
import { createPrinter } from './printer.ts';
import { createThoughts, type Thinking } from './thoughts.ts';

/** How an answer is shown. */
export interface Showing {
  readonly thinking: Thinking;
  /** Sets the answer as Markdown instead of printing it as it comes. */
  readonly isMarkdown: boolean;
}

/** Whether answers are set: somebody looks at a terminal that knows styles, and did not say no. */
export function isSet(wanted: boolean | undefined, { io, styles }: Context): boolean {
  return wanted !== false && io.stdout.isTTY === true && styles.stdout.isStyled;
}

/**
 * Shows an answer while it arrives: its text on standard output, its thoughts on standard error.
 *
 * @returns Nothing when the reader has gone and the call was left.
 * @throws What ends the call; what had arrived has been printed by then.
 */
export async function showAnswer(
  stream: ChatStream,
  context: Context,
  { thinking, isMarkdown }: Showing,
): Promise<ChatCompletion | undefined> {
  const printer = createPrinter(context.io.stdout);
  const thoughts = createThoughts(context, thinking.isShown);
  let markdown: Markdown | undefined;
  context.waiting.start('the first token');

  async function print(text: string): Promise<void> {
    context.waiting.end();
    if (!isMarkdown) return printer.print(text);
    markdown ??= await newMarkdown(context);
    await printer.printStyled(markdown.add(text));
  }

  try {
    for await (const part of stream) {
      if (part.type === 'reasoning-delta') {
        if (thinking.isOnly) await print(part.text);
        else thoughts.think(part.text);
      } else if (part.type === 'text-delta' && !thinking.isOnly) {
        thoughts.end();
        await print(part.text);
      }
      if (printer.isClosed()) return undefined;
    }
  } finally {
    context.waiting.end();
    thoughts.end();
    if (markdown) await printer.printStyled(markdown.end());
    await printer.endLine();
  }
  return stream.finalCompletion();
}

/** Loaded when there is something to set. */
async function newMarkdown({ io, styles }: Context): Promise<Markdown> {
  const { createMarkdown } = await import('./markdown/markdown.ts');
  return createMarkdown({ styles: styles.stdout, width: () => io.stdout.columns ?? 80 });
}
