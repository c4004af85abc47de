import type { Context } from '../../command.ts';
import type { Finding, Status } from '../../doctor/finding.ts';
import { runChecks } from '../../doctor/run-checks.ts';
import { EXIT } from '../../exit-code.ts';
import { withoutControls } from '../../io.ts';
import type { Style, Styles } from '../../styles.ts';
import { createPrinter } from '../../talk/printer.ts';
import { padCells } from '../../terminal/cells.ts';
import { printJson } from '../../terminal/print.ts';
import { wrap } from '../../terminal/wrap.ts';

/** What `hermes4 doctor` can be told. */
export interface DoctorOptions {
  readonly ask?: true;
  readonly json?: true;
}

/** Looks at everything that a call needs, and leaves with the exit code of the first failure. */
export async function doctor({ ask, json }: DoctorOptions, context: Context): Promise<number> {
  const { io, styles } = context;
  const printer = createPrinter(io.stdout);
  const width = io.stdout.isTTY ? (io.stdout.columns ?? 80) : Infinity;
  const checks: Finding[] = [];
  for await (const found of runChecks(context, ask === true)) {
    checks.push(found);
    if (!json) await printer.printStyled(renderFinding(found, styles.stdout, width));
  }
  const failed = checks.filter(({ status }) => status === 'failed');
  const exitCode = failed[0] ? (failed[0].exitCode ?? EXIT.unexpected) : EXIT.ok;
  if (json) {
    const told = checks.map(({ exitCode: _, ...found }) => found);
    await printJson(context, { version: 1, ok: failed.length === 0, exitCode, checks: told });
  } else {
    context.say(summaryOf(checks, failed));
  }
  return exitCode;
}

function summaryOf(checks: readonly Finding[], failed: readonly Finding[]): string {
  if (failed.length > 0) return `to look at: ${failed.map(({ name }) => name).join(', ')}`;
  const isTried = checks.some(
    ({ name, status }) => (name === 'access' || name === 'answer') && status !== 'skipped',
  );
  return isTried ? 'all is well' : 'all is well so far; hermes4 doctor --ask tries the key as well';
}

const MARKS: Readonly<Record<Status, string>> = {
  ok: '✓',
  warning: '!',
  failed: '✗',
  skipped: '-',
};
const INDENT = 12;

function renderFinding(
  { name, status, summary, advice }: Finding,
  styles: Styles,
  width: number,
): string {
  const style: Style = {
    ok: styles.green,
    warning: styles.yellow,
    failed: styles.red,
    skipped: styles.dim,
  }[status];
  const room = Math.max(16, width - INDENT);
  const [first = '', ...rest] = wrap(withoutControls(summary), room);
  const lines = [
    `${style(MARKS[status])} ${padCells(name, INDENT - 2)}${first}`,
    ...rest.map(indented),
    ...(advice === undefined ? [] : wrap(`→ ${withoutControls(advice)}`, room).map(indented)),
  ];
  return `${lines.join('\n')}\n`;
}

function indented(line: string): string {
  return ' '.repeat(INDENT) + line;
}
