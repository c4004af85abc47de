import { createInterface, type Interface } from 'node:readline';
import type { Context } from '../../command.ts';

/** What came of asking for a line. */
export type Typed =
  | { readonly kind: 'text'; readonly text: string }
  /** Ctrl-C on an empty line. */
  | { readonly kind: 'interrupted' }
  /** Ctrl-D, or the terminal went away. */
  | { readonly kind: 'left' };

/** Reads what a person types. */
export interface Editor {
  /**
   * Reads one message. It goes on over several lines after Alt-Enter, after a line that ends with `\`, between lines of
   * `"""`, and where several lines are pasted.
   *
   * @param draft What stands there already, ready to be edited.
   */
  read(draft?: string): Promise<Typed>;
}

/** Gives what a line may be completed with, and the part of it that they complete. */
export type Complete = (line: string) => [string[], string];

interface Key {
  readonly name?: string | undefined;
  readonly meta?: boolean | undefined;
}

const FENCE = '"""';
/** Terminals put these around what is pasted. */
const MARK_PASTES = '\x1b[?2004h';
const LEAVE_PASTES = '\x1b[?2004l';

/**
 * Makes an editor on the terminal.
 *
 * @param earlier What the arrow keys bring back, the latest first.
 */
export function createEditor(
  { io, styles }: Context,
  complete: Complete,
  earlier: string[],
): Editor {
  const prompt = styles.stdout.bold('> ');
  const continuation = styles.stdout.dim('. ');

  function read(draft = ''): Promise<Typed> {
    const { stdin, stdout, signal } = io;
    const rl = createInterface({
      input: stdin,
      output: stdout,
      terminal: true,
      prompt,
      history: [...earlier],
      historySize: 500,
      completer: complete,
      // An Escape that stands alone is told from Alt by the pause behind it; ssh is slower than a terminal.
      escapeCodeTimeout: 100,
    });
    stdout.write(MARK_PASTES);
    const message = createMessage();

    return new Promise((resolve) => {
      let isDone = false;
      const finish = (typed: Typed): void => {
        if (isDone) return;
        isDone = true;
        stdin.removeListener('keypress', onKey);
        signal.removeEventListener('abort', onAbort);
        rl.close();
        stdout.write(LEAVE_PASTES);
        if (typed.kind === 'text' && typed.text !== '') remember(earlier, typed.text);
        resolve(typed);
      };
      const onAbort = (): void => finish({ kind: 'left' });
      const onKey = (_: unknown, key: Key | undefined): void => {
        if (key?.name === 'paste-start') message.isPasted(true);
        else if (key?.name === 'paste-end') message.isPasted(false);
        else if (key?.meta && (key.name === 'return' || key.name === 'enter')) {
          message.goOn();
          rl.write('\n');
        }
      };
      rl.on('line', (line) => {
        const text = message.add(line);
        if (text !== undefined) {
          finish({ kind: 'text', text });
          return;
        }
        rl.setPrompt(continuation);
        rl.prompt();
      });
      rl.on('SIGINT', () => {
        if (rl.line === '' && message.isEmpty()) {
          finish({ kind: 'interrupted' });
          return;
        }
        message.clear();
        clearLine(rl);
        stdout.write('\n');
        rl.setPrompt(prompt);
        rl.prompt();
      });
      rl.on('close', () => finish({ kind: 'left' }));
      stdin.on('keypress', onKey);
      signal.addEventListener('abort', onAbort, { once: true });
      if (signal.aborted) {
        onAbort();
        return;
      }
      rl.prompt();
      writeDraft(rl, draft, message);
    });
  }

  function writeDraft(rl: Interface, draft: string, message: Message): void {
    const lines = draft.split('\n');
    for (const [index, line] of lines.entries()) {
      const isLast = index === lines.length - 1;
      if (!isLast) message.goOn();
      if (line !== '' || !isLast) rl.write(isLast ? line : `${line}\n`);
    }
  }

  return { read };
}

function remember(earlier: string[], text: string): void {
  if (earlier[0] !== text) earlier.unshift(text);
}

function clearLine(rl: Interface): void {
  rl.write(null, { ctrl: true, name: 'e' });
  rl.write(null, { ctrl: true, name: 'u' });
}

/** The lines of a message that is being typed. */
interface Message {
  /** Adds a line; gives the whole text when that was the last. */
  add(line: string): string | undefined;
  /** The next line will not be the last. */
  goOn(): void;
  isPasted(isPasting: boolean): void;
  isEmpty(): boolean;
  clear(): void;
}

/** Decides where a message of several lines ends. */
export function createMessage(): Message {
  let lines: string[] = [];
  let isFenced = false;
  let isPasting = false;
  let goesOn = false;

  function clear(): void {
    lines = [];
    isFenced = false;
    goesOn = false;
  }

  function add(line: string): string | undefined {
    const isFirst = lines.length === 0;
    const isOpening = isFirst && !isFenced && line.trimStart().startsWith(FENCE);
    lines.push(isOpening ? line.trimStart().slice(FENCE.length) : line);
    if (isOpening) isFenced = true;
    const last = lines.at(-1) ?? '';
    if (goesOn || isPasting) {
      goesOn = false;
      return undefined;
    }
    if (isFenced) {
      if (!last.trimEnd().endsWith(FENCE)) return undefined;
      lines[lines.length - 1] = last.trimEnd().slice(0, -FENCE.length);
    } else if (last.endsWith('\\')) {
      lines[lines.length - 1] = last.slice(0, -1);
      return undefined;
    }
    const text = lines.join('\n').trim();
    clear();
    return text;
  }

  return {
    add,
    clear,
    goOn: () => {
      goesOn = true;
    },
    isPasted: (now) => {
      isPasting = now;
    },
    isEmpty: () => lines.length === 0 && !isFenced,
  };
}
