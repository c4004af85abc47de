import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The folders whose programs are shown with what they print. */
const FOLDERS = [
  'another-host',
  'budget',
  'errors',
  'first-call',
  'parameters',
  'reasoning',
  'replay',
  'resume',
  'streaming',
  'structured-output',
  'tools',
];

const PROGRAM = /^(?!.*(?:\.test\.|\.cli\.)).+\.(?:ts|mjs|py|sh)$/;

/** Every program in them, by its path from the folder of all examples. */
export function shownExamples(): string[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => PROGRAM.test(name))
      .map((name) => `${folder}/${name}`),
  );
}

/** Where what a program printed is kept. */
export function outputOf(file: string): string {
  return join(root, `${file}.output.txt`);
}

/** The kind of a program, by the end of its name. */
export function kindOf(file: string): string {
  return extname(file).slice(1);
}
