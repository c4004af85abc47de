import type { Report, Row } from './run-suite.ts';

const VERDICT_WIDTH = 'differs'.length;
const NAME_WIDTH = 'tool-result'.length;
const INDENT = ' '.repeat(VERDICT_WIDTH + NAME_WIDTH + 4);

/** One finding as lines of a table, no wider than `columns`. */
export function renderRow({ verdict, probe, saw, advice }: Row, columns: number): string {
  const head = `${verdict.padEnd(VERDICT_WIDTH)}  ${probe.padEnd(NAME_WIDTH)}  `;
  const room = Math.max(20, columns - INDENT.length);
  const lines = [...wrap(saw, room), ...(advice ? wrap(`→ ${advice}`, room) : [])];
  return `${head}${lines.join(`\n${INDENT}`)}\n`;
}

/** What it comes to. */
export function renderSummary({ counts, profile }: Report): string {
  const { pass, differs, fail, unsure } = counts;
  return `
${pass} pass, ${differs} differ, ${fail} fail, ${unsure} unsure.
differs: the client copes; unsure: the model did not do what would have shown it.

The profile for createHermes({ host }):
${JSON.stringify(profile, null, 2)}
`;
}

function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
