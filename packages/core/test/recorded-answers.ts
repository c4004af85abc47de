import { readdirSync, readFileSync } from 'node:fs';

const ANSWERS = new URL('fixtures/answers/', import.meta.url);

/** The recorded whole answers by name, as text. */
export const recordedAnswers: ReadonlyMap<string, string> = new Map(
  readdirSync(ANSWERS).map((name) => [name, readFileSync(new URL(name, ANSWERS), 'utf8')]),
);
