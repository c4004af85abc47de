import { glanceAt } from '../words/glance.ts';
import { namesIn, quotedIn } from './names.ts';
import { numbersIn, type SpokenNumber } from './numbers.ts';

/** A text, and what was found in it once for all properties. */
export interface Look {
  readonly text: string;
  readonly names: readonly string[];
  readonly quoted: readonly string[];
  readonly numbers: readonly SpokenNumber[];
}

/** Looks at a text. */
export function lookAt(whole: string): Look {
  const text = glanceAt(whole);
  return { text, names: namesIn(text), quoted: quotedIn(text), numbers: numbersIn(text) };
}
