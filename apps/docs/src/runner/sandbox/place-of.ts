/** The line of the program that an error came from, by its stack. */
export function lineIn(stack: string | undefined, file: string): number | undefined {
  const at = stack?.lastIndexOf(`${file}:`) === -1 ? -1 : (stack?.indexOf(`${file}:`) ?? -1);
  const line = at === -1 ? undefined : /^\d+/.exec(stack?.slice(at + file.length + 1) ?? '')?.[0];
  return line === undefined ? undefined : Number(line);
}
