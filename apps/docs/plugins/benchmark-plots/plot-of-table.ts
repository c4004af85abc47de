import type { Element, ElementContent } from 'hast';

/** A table of ratios: what each row reached in each column; a cell may be empty. */
export interface RatioTable {
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly values: readonly (number | undefined)[];
  }[];
}

const ROW = 26;
const HEAD = 30;
const NAMES = 235;
const TRACK = 390;
const WIDTH = NAMES + TRACK + 60;

/**
 * A plot of ratios, one panel for each column: a dot for each row on a logarithmic axis, on which twice as much is the
 * same distance everywhere, joined to the line at 1. Colors come from the page, so it fits light and dark.
 */
export function plotOfTable({ columns, rows }: RatioTable, caption: string): Element {
  const values = rows.flatMap((row) => row.values.filter((value) => value !== undefined));
  const scale = logScale(Math.min(1, ...values), Math.max(2, ...values));
  const panels = columns.map((title, column) => {
    const shown = rows.filter((row) => row.values[column] !== undefined);
    return { title, shown, column, height: HEAD + shown.length * ROW + 14 };
  });
  const height = panels.reduce((sum, panel) => sum + panel.height, 0);
  let top = 0;
  const drawn = panels.map((panel) => {
    const group = svg('g', { transform: `translate(0 ${top})` }, [
      text(0, 18, panel.title, 'benchmark-plot__title'),
      line([scale(1), HEAD - 6], [scale(1), panel.height - 10], 'benchmark-plot__floor'),
      ...panel.shown.flatMap(({ name, values: reached }, index) =>
        row(name, reached[panel.column] ?? 1, HEAD + index * ROW + 8, scale),
      ),
    ]);
    top += panel.height;
    return group;
  });
  return {
    type: 'element',
    tagName: 'figure',
    properties: { className: ['benchmark-plot'] },
    children: [
      svg('svg', { viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', ariaLabel: caption }, drawn),
      element('figcaption', [{ type: 'text', value: caption }]),
    ],
  };
}

function row(name: string, value: number, y: number, scale: (value: number) => number): Element[] {
  const ours = name.startsWith('@hermes4') ? ' benchmark-plot--ours' : '';
  const end = scale(value);
  return [
    text(0, y + 4, name, `benchmark-plot__name${ours}`),
    line([scale(1), y], [end, y], `benchmark-plot__stem${ours}`),
    svg(
      'circle',
      {
        cx: String(end),
        cy: String(y),
        r: '5',
        className: `benchmark-plot__dot${ours}`.split(' '),
      },
      [],
    ),
    text(end + 11, y + 4, value.toFixed(2), `benchmark-plot__value${ours}`),
  ];
}

function logScale(least: number, most: number): (value: number) => number {
  const [from, to] = [Math.log(least), Math.log(most)];
  return (value) =>
    Math.round((NAMES + 8 + ((Math.log(value) - from) / (to - from)) * (TRACK - 8)) * 10) / 10;
}

function text(x: number, y: number, value: string, className: string): Element {
  return svg('text', { x: String(x), y: String(y), className: className.split(' ') }, [
    { type: 'text', value },
  ]);
}

function line([x1, y1]: Point, [x2, y2]: Point, className: string): Element {
  const ends = { x1: String(x1), y1: String(y1), x2: String(x2), y2: String(y2) };
  return svg('line', { ...ends, className: className.split(' ') }, []);
}

type Point = readonly [x: number, y: number];

function svg(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element {
  return { type: 'element', tagName, properties, children };
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}
