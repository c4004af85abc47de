import { describe, expect, it } from 'vitest';
import { datesIn, spokenDaysIn, timesIn } from './dates.ts';
import { mentionedOf } from './enum-mentions.ts';
import { formattedIn } from './formatted-in.ts';
import { formulasIn } from './formulas.ts';
import { namesIn } from './names.ts';
import { numbersIn } from './numbers.ts';
import { saidOf } from './said-of.ts';

describe('what is read from words', () => {
  it.each<[string, string[]]>([
    ['Weather in Paris and New York', ['Paris', 'New York']],
    ['What about San Francisco, CA?', ['San Francisco, CA']],
    ['Play "Hey Jude" by The Beatles', ['Hey Jude', 'Beatles']],
    ['Book a table on Friday in May', []],
    ['Ada is here. London', ['Ada', 'London']],
    ["What's Rio de Janeiro's weather?", ['Rio de Janeiro']],
    ["don't quote 'this one' twice: 'this one'", ['this one']],
    ['In Rome I said so', ['Rome']],
  ])('names: %s', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  it.each<[string, [number, string][]]>([
    [
      '5 results for two people',
      [
        [5, 'result'],
        [2, 'people'],
      ],
    ],
    [
      '1,250.5 km, -3°C',
      [
        [1250.5, 'km'],
        [-3, '°c'],
      ],
    ],
    ['at 10:30 on 2026-05-01 to 1.2.3.4', []],
    ['twofold', []],
  ])('numbers: %s', (text, numbers) => {
    expect(numbersIn(text).map(({ value, noun }) => [value, noun])).toEqual(numbers);
  });

  it('dates, times and days', () => {
    expect(datesIn('2026-05-01, May 2, 2026, 3rd of June 2026')).toEqual([
      '2026-05-01',
      '2026-05-02',
      '2026-06-03',
    ]);
    expect([timesIn('at 2:05 pm'), timesIn('at 14:30:10'), timesIn('noon')]).toEqual([
      ['14:05:00'],
      ['14:30:10'],
      [],
    ]);
    expect(spokenDaysIn('tomorrow or next Monday')).toEqual(['tomorrow', 'next Monday']);
  });

  it('formats', () => {
    expect(formattedIn('Mail (ada@example.com).', 'email')).toEqual(['ada@example.com']);
    expect(formattedIn('on May 2, 2026 at 9:15', 'date-time')).toEqual(['2026-05-02T09:15:00Z']);
    expect(formattedIn('see https://example.com/a?b=1, please', 'uri')).toEqual([
      'https://example.com/a?b=1',
    ]);
    expect(formattedIn('on February 31, 2026', 'date')).toEqual([]);
  });

  it('sums', () => {
    expect([
      formulasIn('What is 2+2?'),
      formulasIn('from 2026-05-01'),
      formulasIn('no sum 5'),
    ]).toEqual([['2+2'], [], []]);
  });

  it.each<[string, string, string[]]>([
    ['city', 'The city is New York, please.', ['New York']],
    ['order_id', 'order id: 42', ['42']],
    ['subject', 'subject "Hi, there" and more', ['Hi, there']],
    ['name', 'my name is Bo and the name is Ada', ['Ada', 'Bo']],
    ['limit', 'no limits here', []],
  ])('what %s is said to be: %s', (name, text, said) => {
    expect(saidOf(name, text)).toEqual(said);
  });

  it.each<[string[], string, string[]]>([
    [['celsius', 'fahrenheit'], 'in degrees Fahrenheit', ['fahrenheit']],
    [['celsius', 'fahrenheit'], '20 °C or 20 f', ['celsius', 'fahrenheit']],
    [['USD', 'EUR'], 'five euros and $3', ['EUR', 'USD']],
    [['in_progress', 'done'], 'all that are in progress', ['in_progress']],
    [['c', 'python'], 'a program in C', []],
    [['C', 'python'], 'a program in C', ['C']],
  ])('which of %j is meant: %s', (values, text, meant) => {
    expect(mentionedOf(values, text)).toEqual(meant);
  });
});
