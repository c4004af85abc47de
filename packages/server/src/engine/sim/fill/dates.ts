const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';
const ISO = /\b(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(Z|[+-]\d\d:\d\d)?)?/g;
const MONTH_FIRST = new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, 'gi');
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH},? (\\d{4})\\b`, 'gi');
const CLOCK = /\b(\d{1,2}):(\d\d)(?::(\d\d))?\s?(am|pm)?\b/i;
const SPOKEN =
  /\b(?:today|tomorrow|yesterday|tonight|(?:next |this )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|week(?:end)?|month|year))\b/gi;

/** The dates that a text names, as `2026-05-01`. */
export function datesIn(text: string): string[] {
  return [
    ...[...text.matchAll(ISO)].map(([, date = '']) => date),
    ...[...text.matchAll(MONTH_FIRST)].map(([, month = '', day = '', year = '']) =>
      isoDate(year, month, day),
    ),
    ...[...text.matchAll(DAY_FIRST)].map(([, day = '', month = '', year = '']) =>
      isoDate(year, month, day),
    ),
  ];
}

/** The time of day that a text names, as `14:30:00`. */
export function timesIn(text: string): string[] {
  const [found, hour = '', minute = '', second = '00', half = ''] = CLOCK.exec(text) ?? [];
  if (found === undefined) return [];
  const hours =
    half === '' ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  return [`${String(hours).padStart(2, '0')}:${minute}:${second}`];
}

/** Days by their name, as they were said: which day "tomorrow" is, the simulator cannot know. */
export function spokenDaysIn(text: string): string[] {
  return [...text.matchAll(SPOKEN)].map(([day]) => day);
}

function isoDate(year: string, month: string, day: string): string {
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
