import type { PhrasingContent, Root, RootContent, Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { plotOfTable, type RatioTable } from './plot-of-table.ts';

/** Tables whose first heading says this are ratios, of which 1 is what they are compared with. */
const RATIOS = /^ratio to /;

/** Draws a plot below each table of ratios, from that table: what is drawn cannot differ from what is written. */
export function benchmarkPlots() {
  return (tree: Root): void => {
    tree.children = tree.children.flatMap((node): RootContent[] => {
      const table = node.type === 'table' ? readRatios(node) : undefined;
      return table ? [node, asBlock(plotOfTable(table.ratios, table.caption))] : [node];
    });
  };
}

function readRatios(table: Table): { ratios: RatioTable; caption: string } | undefined {
  const [head, ...body] = table.children.map((row) => row.children.map((cell) => toString(cell)));
  const [what = '', ...columns] = head ?? [];
  if (!RATIOS.test(what)) return undefined;
  const rows = body.map(([name = '', ...cells]) => ({ name, values: cells.map(readRatio) }));
  return {
    ratios: { columns, rows },
    caption: `${what.charAt(0).toUpperCase()}${what.slice(1)}, the line at 1; less is better.`,
  };
}

function readRatio(cell: string): number | undefined {
  const value = Number(cell.trim().replace(',', ''));
  return cell.trim() === '' || !(value > 0) ? undefined : value;
}

/** A node that is written as the HTML that it already is. */
function asBlock(element: ReturnType<typeof plotOfTable>): RootContent {
  return {
    type: 'paragraph',
    children: [] as PhrasingContent[],
    data: {
      hName: element.tagName,
      hProperties: element.properties,
      hChildren: element.children,
    },
  };
}
