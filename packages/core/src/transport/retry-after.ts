/** `Sun, 06 Nov 1994 08:49:37 GMT`: the form of a date that servers must send. */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const NUMBER = /^\d+(?:\.\d+)?$/;

/**
 * How long a host asks to wait, in milliseconds: `retry-after-ms`, or `Retry-After` in seconds or as a
 * date (https://www.rfc-editor.org/rfc/rfc9110#field.retry-after). Anything else asks for nothing.
 *
 * @param now Milliseconds since 1970.
 */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
  const ms = headers.get('retry-after-ms')?.trim() ?? '';
  if (NUMBER.test(ms)) return Number(ms);
  const after = headers.get('retry-after')?.trim() ?? '';
  if (NUMBER.test(after)) return Number(after) * 1_000;
  const date = HTTP_DATE.test(after) ? Date.parse(after) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
