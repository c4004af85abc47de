import type { Io } from '../io.ts';
import type { Styles } from '../styles.ts';

/** A line that shows that something is awaited, for whoever looks at a terminal; elsewhere it says nothing. */
export interface Waiting {
  /**
   * Begins to wait.
   *
   * @param what As the end of “waiting for …”.
   */
  start(what: string): void;
  /** Says more about it, such as why it takes so long. */
  note(about: string): void;
  /** Takes the line away for something else to be written; it comes back by itself. */
  hide(): void;
  /** Has what was awaited, and takes the line away. */
  end(): void;
}

/** What comes at once needs no line. */
const AT_ONCE_MS = 300;
/** Past this, whoever waits should know for what. */
const SILENCE_MS = 2_000;
const FRAME_MS = 100;
const FRAMES = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏';

/** Draws on standard error, in place. The cursor stays at the beginning, so that what is written next stands there. */
export function createWaiting(
  { stderr, env }: Pick<Io, 'stderr' | 'env'>,
  { isSilent, dim }: { readonly isSilent: boolean; readonly dim: Styles['dim'] },
): Waiting {
  const isShown = stderr.isTTY === true && !isSilent && env['TERM'] !== 'dumb' && !env['CI'];
  let awaited = { what: '', about: '', since: 0 };
  let timer: ReturnType<typeof setInterval> | undefined;
  let isDrawn = false;

  return { start, note, hide, end };

  function start(what: string): void {
    if (!isShown) return;
    end();
    awaited = { what, about: '', since: Date.now() };
    timer = setInterval(draw, FRAME_MS);
  }

  function note(about: string): void {
    awaited.about = ` (${about})`;
  }

  function draw(): void {
    const elapsed = Date.now() - awaited.since;
    if (elapsed < AT_ONCE_MS) return;
    const room = (stderr.columns ?? 80) - 1;
    stderr.write(`${dim(lineAt(elapsed, awaited).slice(0, room))}\x1b[K\r`);
    isDrawn = true;
  }

  function hide(): void {
    if (isDrawn) stderr.write('\x1b[K');
    isDrawn = false;
  }

  function end(): void {
    clearInterval(timer);
    hide();
  }
}

function lineAt(elapsed: number, { what, about }: { what: string; about: string }): string {
  const frame = FRAMES.charAt(Math.floor(elapsed / FRAME_MS) % FRAMES.length);
  if (elapsed < SILENCE_MS && about === '') return frame;
  return `${frame} waiting for ${what}, ${Math.floor(elapsed / 1_000)} s${about}`;
}
