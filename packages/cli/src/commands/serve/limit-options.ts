import { Option } from 'commander';
import { numeric } from './numeric-option.ts';

const WHOLE = { isWhole: true, minimum: 1 };

/** What each caller may take, and where that is counted. */
export function limitOptions(): Option[] {
  return [
    numeric('--max-tokens <whole>', 'the most tokens of an answer', WHOLE),
    numeric('--requests-per-minute <whole>', 'calls, filled up evenly', WHOLE),
    numeric('--tokens-per-minute <whole>', 'tokens of prompts and answers', WHOLE),
    numeric('--concurrent <whole>', 'calls at the same time', WHOLE),
    numeric('--usd-per-day <number>', 'US dollars, by the list price', { minimum: 0.000_001 }),
    new Option('--redis [url]', 'count them for all servers of one Redis; default: $REDIS_URL'),
    new Option('--redis-failure <what>', 'what to do with calls while it is away').choices([
      'refuse',
      'allow',
    ]),
  ];
}
