import type { Language } from '../../language/languages.ts';
import type { Call } from '../request.ts';
import { writeCli } from './write-cli.ts';
import { writeCurl } from './write-curl.ts';
import { writeJavaScript } from './write-javascript.ts';
import { writePython } from './write-python.ts';
import { writeTypeScript } from './write-typescript.ts';

const WRITERS: Readonly<Record<Language, (call: Call) => string>> = {
  typescript: writeTypeScript,
  javascript: writeJavaScript,
  python: writePython,
  curl: writeCurl,
  cli: writeCli,
};

/** The program that makes a call, in a language. */
export function writeCode(call: Call, language: Language): string {
  return WRITERS[language](call);
}
