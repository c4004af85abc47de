import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widthOf } from './cells.ts';
import { type Column, renderTable } from './table.ts';

interface Row {
  readonly name: string;
  readonly note: string;
  readonly price: string;
}

const COLUMNS: readonly Column<Row>[] = [
  { heading: 'NAME', cell: ({ name }) => name },
  { heading: 'NOTE', cell: ({ note }) => note, isFlexible: true },
  { heading: 'PRICE', cell: ({ price }) => price, align: 'right' },
];

const ROWS: readonly Row[] = [
  { name: 'hermes', note: 'answers questions of every kind in many words', price: '$1.05' },
  { name: '言葉', note: 'a\ntwo-line note', price: '$12.00' },
  { name: 'plain', note: '', price: '' },
];

const render = (width: number, rows = ROWS): string =>
  renderTable(COLUMNS, rows, { width, heading: (text) => text });

describe('a table', () => {
  it('takes the width of what stands in it', () => {
    expect(render(Infinity)).toBe(
      [
        'NAME    NOTE                                            PRICE',
        'hermes  answers questions of every kind in many words   $1.05',
        '言葉    a two-line note                                $12.00',
        'plain',
        '',
      ].join('\n'),
    );
  });

  it('cuts its flexible column where there is no room', () => {
    expect(render(40)).toBe(
      [
        'NAME    NOTE                       PRICE',
        'hermes  answers questions of ev…   $1.05',
        '言葉    a two-line note           $12.00',
        'plain',
        '',
      ].join('\n'),
    );
  });

  it('becomes blocks where cutting would leave nothing to read', () => {
    expect(render(30)).toBe(
      [
        'hermes',
        '  NOTE   answers questions of…',
        '  PRICE  $1.05',
        '言葉',
        '  NOTE   a two-line note',
        '  PRICE  $12.00',
        'plain',
        '',
      ].join('\n'),
    );
  });

  it('is nothing without rows', () => {
    expect(render(80, [])).toBe('');
  });

  it('lets no cell steer the terminal', () => {
    const row = { name: '\u001b]0;gotcha\u0007x', note: '\u009b2J', price: '' };
    expect(render(80, [row])).toBe(
      'NAME       NOTE  PRICE\n]0;gotchax  2J\n'.replace('NAME    ', 'NAME     '),
    );
  });

  it('never passes the width of its terminal', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    const row = fc.record({ name: text, note: text, price: text });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1 }),
        fc.integer({ min: 26, max: 120 }),
        (rows, width) => {
          for (const line of render(width, rows).split('\n')) {
            expect(widthOf(line)).toBeLessThanOrEqual(width);
          }
        },
      ),
    );
  });
});
