import { Refusal } from '../../../refusal.ts';
import { formats, integerFormats, openFormats } from './formats.ts';
import { isList, isObject, type Json } from './json.ts';
import { formWords, hasForm, schemasIn } from './keyword-form.ts';
import { annotations, keywords } from './keywords.ts';
import { PatternError } from './pattern/pattern.ts';
import type { SchemaDocument } from './schema-document.ts';

const DEEPEST = 100;

/**
 * Checks that a schema is one, and asks for nothing that the simulator cannot keep to: what a caller asks
 * for is honored or refused, never overlooked.
 *
 * @throws Refusal 400 that names the place and the keyword.
 */
export function checkSchema(document: SchemaDocument, path: string): void {
  if (isTooDeep(document.root as Json))
    refuse(path, `expected a schema of at most ${DEEPEST} levels`);
  const seen = new Set<unknown>();
  visit(document.root as Json, path);

  function visit(schema: Json, at: string): void {
    if (typeof schema === 'boolean' || seen.has(schema)) return;
    if (!isObject(schema)) refuse(at, 'expected a JSON Schema: an object, true or false');
    seen.add(schema);
    if (Object.hasOwn(schema, '$id') && schema !== document.root) {
      refuse(
        `${at}.$id`,
        'the simulator does not support schemas within schemas that have their own $id',
      );
    }
    for (const [keyword, value] of Object.entries(schema)) {
      if (!annotations.has(keyword) && !keyword.startsWith('x-')) checkKeyword(keyword, value, at);
    }
  }

  function checkKeyword(keyword: string, value: Json, at: string): void {
    const here = `${at}.${keyword}`;
    const form = keywords.get(keyword);
    if (!form)
      refuse(
        here,
        `the simulator does not support the keyword ${keyword}; leave it out or rename it to x-${keyword}`,
      );
    if (!hasForm(value, form))
      refuse(here, `expected ${formWords[form]}, received ${shorten(value)}`);
    if (typeof value === 'string') checkText(keyword, value, here);
    for (const [name, inner] of schemasIn(value, form)) {
      if (keyword === 'patternProperties') checkPattern(name, here);
      visit(inner, isList(value) ? `${here}[${name}]` : name === '' ? here : `${here}.${name}`);
    }
  }

  function checkText(keyword: string, text: string, here: string): void {
    if (keyword === 'pattern') checkPattern(text, here);
    if (keyword === 'format') checkFormat(text, here);
    if (keyword !== '$ref') return;
    const target = document.resolve(text);
    if (target === undefined) {
      refuse(
        here,
        `expected a reference within the schema such as #/$defs/name, received ${shorten(text)}`,
      );
    }
    visit(target as Json, `${path}${text.slice(text.indexOf('#') + 1).replaceAll('/', '.')}`);
  }

  function checkPattern(source: string, here: string): void {
    try {
      document.pattern(source);
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      refuse(here, `the simulator cannot write ${shorten(source)}: ${error.message}`);
    }
  }
}

function checkFormat(format: string, here: string): void {
  if (formats.has(format) || openFormats.has(format) || integerFormats.has(format)) return;
  const known = [...formats.keys()].join(', ');
  refuse(here, `the simulator does not know the format ${shorten(format)}; it knows ${known}`);
}

function refuse(path: string, reason: string): never {
  throw new Refusal(400, `${path}: ${reason}.`);
}

function shorten(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** Level by level, because what is too deep is too deep to go down into. */
function isTooDeep(value: Json): boolean {
  let level: readonly Json[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((inner) =>
      typeof inner === 'object' && inner !== null ? Object.values<Json>(inner) : [],
    );
  }
  return false;
}
