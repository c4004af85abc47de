import type { PrismTheme } from 'prism-react-renderer';

interface Palette {
  readonly text: string;
  readonly background: string;
  readonly faint: string;
  readonly keyword: string;
  readonly string: string;
  readonly number: string;
  readonly name: string;
}

/** Every color reaches a contrast of 4.5 to 1 on its background, and on that of a marked line. */
const light: Palette = {
  text: '#2b2520',
  background: '#faf6f1',
  faint: '#6b6058',
  keyword: '#8a2c0d',
  string: '#2c5d34',
  number: '#7a4a00',
  name: '#1d4e89',
};

const dark: Palette = {
  text: '#ece4da',
  background: '#1d1916',
  faint: '#a99d91',
  keyword: '#ffab7a',
  string: '#a3d9a5',
  number: '#f0c674',
  name: '#9cc7ff',
};

function themeOf(palette: Palette): PrismTheme {
  return {
    plain: { color: palette.text, backgroundColor: palette.background },
    styles: [
      { types: ['comment', 'prolog', 'cdata'], style: { color: palette.faint } },
      {
        types: ['keyword', 'tag', 'operator', 'atrule', 'rule', 'important'],
        style: { color: palette.keyword },
      },
      {
        types: ['string', 'char', 'attr-value', 'regex', 'template-string'],
        style: { color: palette.string },
      },
      { types: ['number', 'boolean', 'constant', 'variable'], style: { color: palette.number } },
      {
        types: ['function', 'class-name', 'property', 'attr-name', 'builtin', 'parameter'],
        style: { color: palette.name },
      },
      { types: ['punctuation'], style: { color: palette.faint } },
    ],
  };
}

/** The same colors for what is no block of code, such as an editor: `--code-keyword` and the like. */
export const codeVariables = `:root{${variablesOf(light)}}html[data-theme='dark']{${variablesOf(dark)}}`;

function variablesOf(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, color]) => `--code-${name}:${color}`)
    .join(';');
}

export const codeColors: { readonly theme: PrismTheme; readonly darkTheme: PrismTheme } = {
  theme: themeOf(light),
  darkTheme: themeOf(dark),
};
