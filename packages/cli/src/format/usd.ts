/** An amount of US dollars: cents, or as many digits as a small amount needs to say something. */
export function usd(amount: number): string {
  const size = Math.abs(amount);
  const digits =
    size === 0 || size >= 1 ? 2 : Math.min(9, Math.max(4, 1 - Math.floor(Math.log10(size))));
  const text = size.toLocaleString('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${amount < 0 ? '-' : ''}$${text}`;
}
