import type { Column } from './report.ts';

/** What is aimed at, and where it is measured. */
interface Aim {
  readonly what: string;
  readonly aim: number;
  readonly unit?: string;
  readonly digits: number;
  /** Section, column and row. */
  readonly at: readonly [heading: string, column: string, row: string];
}

const CORE = '@hermes4/core';
const CHUNKS = `${CORE}, chunks`;
const PARTS = `${CORE}, stream()`;

const AIMS: readonly Aim[] = [
  {
    what: 'chunks, one event per network chunk',
    aim: 1.2,
    digits: 2,
    at: ['Streaming', 'one event per network chunk', CHUNKS],
  },
  {
    what: 'chunks, 64 KiB network chunks',
    aim: 1.15,
    digits: 2,
    at: ['Streaming', '64 KiB network chunks', CHUNKS],
  },
  {
    what: '`stream()` with parts, 64 KiB network chunks',
    aim: 1.6,
    digits: 2,
    at: ['Streaming', '64 KiB network chunks', PARTS],
  },
  {
    what: 'a value after each of 10,000 deltas',
    aim: 2,
    digits: 2,
    at: ['Values that grow', 'with values', CORE],
  },
  {
    what: 'one whole call, over a socket of the machine',
    aim: 1.3,
    digits: 2,
    at: ['One whole call', 'over a socket', CORE],
  },
  {
    what: 'one whole call, without a network: a `fetch` that answers at once',
    aim: 1.3,
    digits: 2,
    at: ['One whole call', 'at once', CORE],
  },
  {
    what: 'first load in a browser, gzip',
    aim: 12,
    unit: ' kB',
    digits: 1,
    at: ['Bundle for the browser', 'gzip', CORE],
  },
  { what: 'importing', aim: 15, unit: ' ms', digits: 0, at: ['Importing', 'import', CORE] },
];

/** Each aim beside what was measured, in the sections with these headings. */
export function aimsTable(measured: ReadonlyMap<string, readonly Column[]>): string {
  const lines = AIMS.map(({ what, aim, unit = '', digits, at: [heading, column, row] }) => {
    const rows = measured.get(heading)?.find(({ name }) => name === column)?.rows;
    const now = rows?.find(({ name }) => name === row)?.ratio;
    if (now === undefined) throw new Error(`Nothing was measured for “${what}”.`);
    return `| ${what} | ${aim}${unit} | ${now.toFixed(digits)}${unit} |`;
  });
  return ['| | aim | now |', '|---|--:|--:|', ...lines].join('\n');
}
