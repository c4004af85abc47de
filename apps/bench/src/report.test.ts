import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aimsTable } from './aims.ts';
import { DOCUMENT, markdownTable, withTable } from './report.ts';
import { sections } from './sections.ts';

test('a table has a row for each contender and a column for each task', () => {
  const rows = [{ name: 'a', ratio: 1.234 }];
  expect(markdownTable('ratio', [{ name: 'x', rows }])).toBe(
    '| ratio | x |\n|---|--:|\n| a | 1.23 |',
  );
});

test('a table takes the place of the one under its heading, and of no other', () => {
  const document = (table: string): string =>
    `## One\n\n| a |\n|---|\n\n## Two\n\nWords.\n\n${table}\n\nMore.\n\n| b |\n|---|\n`;
  const before = document('| old |\n|---|\n| 1 |');
  expect(withTable(before, 'Two', '| $& |\n|---|')).toBe(document('| $& |\n|---|'));
  expect(() => withTable(before, 'Three', '| new |')).toThrow('Three');
});

test('the docs have a table for each section', () => {
  const document = readFileSync(DOCUMENT, 'utf8');
  for (const { heading } of [...sections, { heading: 'What is aimed at' }]) {
    expect(withTable(document, heading, '| new |')).toContain('| new |');
  }
});

test('an aim that nothing was measured for is an error, not a gap', () => {
  expect(() => aimsTable(new Map())).toThrow('one event per network chunk');
});
