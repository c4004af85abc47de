const COUNT = /\bcount\b(?: down)?(?: from (-?\d{1,6}))?(?: up| down)?(?: to (-?\d{1,6}))?/i;
const MOST = 1_000;

/** The numbers that are asked for, as in "count to ten thousand"; the first thousand of them, and the last. */
export function numbersAsked(text: string): string | undefined {
  const [words, from, to] = COUNT.exec(text) ?? [];
  if (words === undefined || (from === undefined && to === undefined)) return undefined;
  const isDown = /\bdown\b/i.test(words);
  const start = Number(from ?? (isDown ? 10 : 1));
  const end = Number(to ?? (isDown ? 0 : 10));
  const length = Math.min(Math.abs(end - start) + 1, MOST);
  const numbers = Array.from({ length }, (_, index) => start + (end < start ? -index : index));
  const isWhole = numbers.at(-1) === end;
  return `${numbers.join(', ')}${isWhole ? '' : `, and so on to ${end}`}`;
}
