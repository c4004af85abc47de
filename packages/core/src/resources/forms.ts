/** What a text has to look like, and how to say so. */
type Form = readonly [fits: (text: string) => boolean, expected: string];

const DAY = 86_400_000;

/** The longest window that the host sums up. */
export const LONGEST_WINDOW: number = 92 * DAY;

const plainName: Form = [(text) => /^[^,]+$/.test(text), 'one name each, without commas'];
const keyPrefix: Form = [
  (text) => /^\S{8}$/.test(text),
  'the first 8 characters of a key, never the whole key',
];
const moment: Form = [
  (text) => momentOf(text) > -Infinity,
  'a moment such as 2026-07-01T00:00:00Z (without an offset it is UTC)',
];
const exactMoment: Form = [
  (text) => moment[0](text) && /T.*(?:Z|[+-]\d\d:\d\d)$/.test(text),
  'a moment with its offset, such as 2026-08-01T00:00:00Z',
];

/** The form of each parameter that has one, in whichever operation; path parameters are in braces. */
export const forms: Readonly<Record<string, Form>> = {
  '{id}': [
    (text) => text.split('/').every((part) => !/^\.{0,2}$/.test(part)),
    'a model id such as nousresearch/hermes-4-405b',
  ],
  '{prefix}': keyPrefix,
  key_prefix: keyPrefix,
  aliases: plainName,
  model: plainName,
  period: [
    (text) =>
      /^[1-9]\d*[hd]$/.test(text) &&
      parseInt(text, 10) * (text.endsWith('d') ? DAY : DAY / 24) <= LONGEST_WINDOW,
    'hours or days such as 24h or 7d, at most 92 days',
  ],
  start: moment,
  end: moment,
  from: exactMoment,
  to: exactMoment,
  tz: [isTimeZone, 'the exact IANA name of a time zone, such as Europe/Berlin or UTC'],
};

/** Milliseconds since 1970, or `NaN`. The host reads UTC where the platform would read local time. */
export function momentOf(text: string): number {
  const parts = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/.exec(text);
  return parts ? Date.parse(parts[1] && !parts[2] ? `${text}Z` : text) : NaN;
}

/** The platform takes offsets and any case, which the host refuses. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Z][\w+-]*(?:\/[A-Z][\w+-]*)*$/.test(name)) return false;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    // A name that differs in more than its case is an alias: platforms prefer some older names.
    return timeZone === name || timeZone.toLowerCase() !== name.toLowerCase();
  } catch {
    return false;
  }
}
