import { select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import type { Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { benchmarkPlots } from './benchmark-plots.ts';

function drawn(markdown: string) {
  const tree: Root = unified().use(remarkParse).use(remarkGfm).parse(markdown);
  benchmarkPlots()(tree);
  return toHast(tree);
}

const TABLE = `| ratio to the floor | small | large |
| --- | ---: | ---: |
| @hermes4/core | 1.70 | 1.25 |
| openai 6 | 2.84 | 31.45 |
| ai 6 | 13.61 | |
`;

describe('a table of ratios', () => {
  it('is drawn below itself, with every value that it holds', () => {
    const page = drawn(TABLE);
    const values = selectAll('.benchmark-plot__value', page).map((node) => toString(node));
    expect(values).toEqual(['1.70', '2.84', '13.61', '1.25', '31.45']);
    expect(select('table ~ figure', page)).toBeDefined();
  });

  it('is drawn so that a larger value lies further to the right', () => {
    const dots = selectAll('circle', drawn(TABLE)).slice(0, 3);
    const places = dots.map((dot) => Number(dot.properties['cx']));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(new Set(places).size).toBe(3);
  });

  it('says in words what is drawn, for those who do not see it', () => {
    const figure = select('svg', drawn(TABLE));
    expect(figure?.properties['ariaLabel']).toBe(
      'Ratio to the floor, the line at 1; less is better.',
    );
  });
});

it('Another table is left alone', () => {
  expect(select('figure', drawn('| bytes | a |\n| --- | --- |\n| core | 1 |\n'))).toBeUndefined();
});
