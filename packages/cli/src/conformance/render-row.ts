import { withoutControls } from '../io.ts';
import type { Style, Styles } from '../styles.ts';
import { padCells } from '../terminal/cells.ts';
import { wrap } from '../terminal/wrap.ts';
import type { Verdict } from './probe.ts';
import type { Row } from './run-suite.ts';

const NAME_CELLS = 'tool-result  '.length;
const VERDICT_CELLS = 'differs  '.length;
const INDENT = VERDICT_CELLS + NAME_CELLS;

/**
 * One finding as lines of a table. The words of hosts are shown without control characters.
 *
 * @param width The cells of a line.
 */
export function renderRow(
  { verdict, probe, saw, advice }: Row,
  styles: Styles,
  width: number,
): string {
  const room = Math.max(16, width - INDENT);
  const lines = [
    ...wrap(withoutControls(saw), room),
    ...(advice === undefined ? [] : wrap(`→ ${withoutControls(advice)}`, room)),
  ];
  const style = styleOf(verdict, styles);
  const head = style(padCells(verdict, VERDICT_CELLS)) + padCells(probe, NAME_CELLS);
  return `${head}${lines.join(`\n${' '.repeat(INDENT)}`)}\n`;
}

function styleOf(verdict: Verdict, { green, yellow, red, dim }: Styles): Style {
  return { pass: green, differs: yellow, fail: red, unsure: dim }[verdict];
}
