/** The line of the program that an error came from: the innermost frame of its stack that is in it. */
export function lineIn(stack: string | undefined, file: string): number | undefined {
  const [, place] = stack?.split(`${file}:`) ?? [];
  const line = Number.parseInt(place ?? '', 10);
  return Number.isNaN(line) ? undefined : line;
}
