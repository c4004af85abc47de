import type { Context } from '../command.ts';
import { fitCells } from './cells.ts';

/** A line that says how far something has come, for whoever looks at a terminal; elsewhere it says nothing. */
export interface ProgressBar {
  /** @param done From 0 to 1. */
  show(done: number): void;
  /** Takes the line away. */
  end(): void;
}

const CELLS = 24;
const EIGHTHS = ' ▏▎▍▌▋▊▉█';

/** Draws on standard error, in place, as often as something changes that can be seen. */
export function createProgressBar(label: string, { io, isQuiet, styles }: Context): ProgressBar {
  const { stderr } = io;
  const isShown = stderr.isTTY === true && !isQuiet && io.env['TERM'] !== 'dumb';
  let last = '';

  return {
    show(done) {
      if (!isShown) return;
      const line = lineAt(Math.min(1, Math.max(0, done)));
      if (line !== last) stderr.write(`\r\x1b[K${line}`);
      last = line;
    },
    end() {
      if (last !== '') stderr.write('\r\x1b[K');
      last = '';
    },
  };

  function lineAt(done: number): string {
    const percent = `${Math.round(done * 100)} %`.padStart(6);
    const room = Math.max(8, (stderr.columns ?? 80) - CELLS - percent.length - 4);
    const { cyan } = styles.stderr;
    return `${fitCells(label, room)} ▕${cyan(barOf(done))}▏${percent}`;
  }
}

function barOf(done: number): string {
  const eighths = Math.round(done * CELLS * 8);
  const full = Math.floor(eighths / 8);
  const part = full < CELLS ? (EIGHTHS[eighths % 8] ?? '') : '';
  return ('█'.repeat(full) + part).padEnd(CELLS);
}
