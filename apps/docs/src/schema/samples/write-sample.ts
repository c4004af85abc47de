import type { Language } from '../../language/languages.ts';
import type { Operation, Request } from '../field.ts';
import { type CommandSample, writeCli } from './write-cli.ts';
import { writeClient } from './write-client.ts';
import { writeCurl } from './write-curl.ts';
import { writeFetch } from './write-fetch.ts';
import { writePython } from './write-python.ts';

/** A request in a language: a program, or in words why there is none. */
export type Sample = CommandSample;

const WRITERS: Readonly<
  Record<Exclude<Language, 'cli'>, (operation: Operation, request: Request) => string>
> = {
  typescript: writeClient,
  javascript: writeFetch,
  python: writePython,
  curl: writeCurl,
};

/** The program that makes a request, in a language. */
export function writeSample(operation: Operation, request: Request, language: Language): Sample {
  if (language === 'cli') return writeCli(operation, request);
  return { code: WRITERS[language](operation, request) };
}
