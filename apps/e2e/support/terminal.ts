import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { onTestFinished } from 'vitest';

/** A terminal with a program in it, as a person has it before them. */
export interface Terminal {
  /** Presses keys, by tmux's names for them: `Enter`, `C-c`, `M-Enter`, `Up`. */
  press(...keys: string[]): void;
  /** Types letters. */
  type(text: string): void;
  /** Pastes, marked as pasted where the program asked for that. */
  paste(text: string): void;
  /** Makes the window wider or narrower. */
  resize(columns: number): void;
  /** What stands on the screen, without the empty lines below. */
  screen(options?: { readonly withStyles?: boolean }): string;
  /** Everything that was written to it, what has gone from the screen included. */
  written(): string;
  /** Resolves, with the screen, once a text stands on it. */
  sees(text: string | RegExp): Promise<string>;
}

/** Ends a hang, and says nothing about speed. */
const MAX_LOOKS = 1_000;

/** How a terminal is set up. */
export interface TerminalOptions {
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/**
 * Opens a terminal for one test and runs a program in it; how the program left is told on the screen.
 *
 * @throws Error that says how to get tmux when it is missing.
 */
export function openTerminal(
  command: readonly string[],
  { columns = 80, env = {}, cwd = process.cwd() }: TerminalOptions = {},
): Terminal {
  const socket = `hermes4-${randomUUID()}`;
  const tmux = (...args: string[]): string =>
    execFileSync('tmux', ['-L', socket, '-f', '/dev/null', ...args], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', LC_ALL: 'C.UTF-8' },
    });
  if (spawnSync('tmux', ['-V']).status !== 0) {
    throw new Error(
      'These tests look at a real terminal, with tmux. Install it: apt-get install tmux, or brew install tmux.',
    );
  }
  // Ctrl-C is for the program; the shell around it stays to tell how it left.
  const script = 'trap : INT; "$@"; echo "(left with $?)"; exec cat';
  const settings = Object.entries({ HERMES4_HISTORY: 'off', ...env }).flatMap(([name, value]) => [
    '-e',
    `${name}=${value}`,
  ]);
  tmux(
    'new-session',
    '-d',
    '-x',
    String(columns),
    '-y',
    '30',
    '-c',
    cwd,
    ...settings,
    'sh',
    '-c',
    script,
    'sh',
    ...command,
  );
  const log = join(mkdtempSync(join(tmpdir(), 'hermes4-terminal-')), 'written');
  tmux('pipe-pane', `cat > '${log}'`);
  onTestFinished(() => {
    tmux('kill-server');
    rmSync(dirname(log), { recursive: true });
  });

  const screen: Terminal['screen'] = ({ withStyles = false } = {}) =>
    tmux('capture-pane', '-p', ...(withStyles ? ['-e'] : [])).trimEnd();

  return {
    press: (...keys) => void tmux('send-keys', ...keys),
    type: (text) => void tmux('send-keys', '-l', text),
    paste: (text) => {
      tmux('set-buffer', text);
      tmux('paste-buffer', '-p');
    },
    resize: (to) => void tmux('resize-window', '-x', String(to)),
    screen,
    written: () => readFileSync(log, 'utf8'),
    async sees(text) {
      let now = screen();
      for (let look = 0; look < MAX_LOOKS; look += 1) {
        if (typeof text === 'string' ? now.includes(text) : text.test(now)) return now;
        await pause(30);
        now = screen();
      }
      throw new Error(`${String(text)} never stood on the screen, but this did:\n${now}`);
    },
  };
}
