import type { Io, Output } from './io.ts';

/** Puts text into a style, or leaves it as it is where styles are not wanted. */
export type Style = (text: string) => string;

/** How text can be set apart. */
export interface Styles {
  readonly isStyled: boolean;
  readonly bold: Style;
  readonly dim: Style;
  readonly italic: Style;
  readonly underline: Style;
  readonly strike: Style;
  readonly red: Style;
  readonly green: Style;
  readonly yellow: Style;
  readonly cyan: Style;
}

const CODES = {
  bold: [1, 22],
  dim: [2, 22],
  italic: [3, 23],
  underline: [4, 24],
  strike: [9, 29],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
} as const;

/** Styles for one stream. */
export function createStyles(isStyled: boolean): Styles {
  const styles = Object.entries(CODES).map(([name, [open, close]]): [string, Style] => [
    name,
    (text) => (isStyled && text !== '' ? `\x1b[${open}m${text}\x1b[${close}m` : text),
  ]);
  return { isStyled, ...(Object.fromEntries(styles) as Record<keyof typeof CODES, Style>) };
}

/**
 * Whether a stream gets styles: `--no-color` decides, then FORCE_COLOR (0 and false say no), then NO_COLOR, then
 * whether somebody looks at a terminal that is not dumb.
 */
export function wantsStyles(
  output: Output,
  env: Io['env'],
  { color }: { readonly color?: boolean | undefined } = {},
): boolean {
  if (color === false) return false;
  const { FORCE_COLOR: forced, NO_COLOR: without, TERM: terminal } = env;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (without !== undefined && without !== '') return false;
  return output.isTTY === true && terminal !== 'dumb';
}
