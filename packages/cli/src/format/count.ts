/** A number with its thousands set apart, and the noun that it counts, if there is one. */
export function count(number: number, noun = ''): string {
  const digits = number.toLocaleString('en-US');
  return noun === '' ? digits : `${digits} ${noun}${number === 1 ? '' : 's'}`;
}
