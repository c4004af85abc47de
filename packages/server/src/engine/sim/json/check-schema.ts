import { Refusal } from '../../../refusal.ts';
import { formats, integerFormats, openFormats } from './formats.ts';
import { isList, isObject, type Json } from './json.ts';
import { annotations, type KeywordForm, keywords } from './keywords.ts';
import { PatternError } from './pattern/parse-pattern.ts';
import type { SchemaDocument } from './schema-document.ts';

const DEEPEST = 100;
const TYPES = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];

/** How a schema is refused: where, and what is the matter. */
export function refuseSchema(path: string, reason: string): Refusal {
  return new Refusal(400, `${path}: ${reason}`);
}

/**
 * Checks that a schema is one, and asks for nothing that the simulator cannot keep to: what a caller asks
 * for is honored or refused, never overlooked.
 *
 * @throws Refusal 400 that names the place and the keyword.
 */
export function checkSchema(document: SchemaDocument, path: string): void {
  if (depthOf(document.root as Json) > DEEPEST) {
    throw refuseSchema(path, `expected a schema of at most ${DEEPEST} levels.`);
  }
  const seen = new Set<unknown>();
  visit(document.root, path);

  function visit(schema: unknown, at: string): void {
    if (typeof schema === 'boolean' || seen.has(schema)) return;
    if (!isObject(schema))
      throw refuseSchema(at, 'expected a JSON Schema: an object, true or false.');
    seen.add(schema);
    for (const [keyword, value] of Object.entries(schema)) {
      if (!annotations.has(keyword) && !keyword.startsWith('x-')) checkKeyword(keyword, value, at);
      else if (keyword === '$id' && schema !== document.root) {
        throw refuseSchema(
          `${at}.$id`,
          'the simulator does not support schemas within schemas that have their own $id.',
        );
      }
    }
  }

  function checkKeyword(keyword: string, value: Json, at: string): void {
    const here = `${at}.${keyword}`;
    const form = keywords.get(keyword);
    if (!form)
      throw refuseSchema(
        here,
        `the simulator does not support the keyword ${keyword}; leave it out or rename it to x-${keyword}.`,
      );
    if (!fits(value, form))
      throw refuseSchema(here, `expected ${article(form)}, received ${shorten(value)}.`);
    if (keyword === '$ref') visitTarget(value as string, here);
    if (keyword === 'pattern') checkPattern(value as string, here);
    if (keyword === 'format') checkFormat(value as string, here);
    for (const [name, inner] of schemasIn(value, form)) {
      if (keyword === 'patternProperties') checkPattern(name, here);
      visit(inner, isList(value) ? `${here}[${name}]` : name === '' ? here : `${here}.${name}`);
    }
  }

  function visitTarget(reference: string, here: string): void {
    const target = document.resolve(reference);
    if (target === undefined) {
      throw refuseSchema(
        here,
        `expected a reference within the schema such as #/$defs/name, received ${shorten(reference)}.`,
      );
    }
    visit(target, `${path}${reference.slice(reference.indexOf('#') + 1).replaceAll('/', '.')}`);
  }

  function checkPattern(source: string, here: string): void {
    try {
      document.pattern(source);
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      throw refuseSchema(here, `the simulator cannot write ${shorten(source)}: ${error.message}.`);
    }
  }
}

function checkFormat(format: string, here: string): void {
  if (formats.has(format) || openFormats.has(format) || integerFormats.has(format)) return;
  throw refuseSchema(
    here,
    `the simulator does not know the format ${shorten(format)}; it knows ${[...formats.keys()].join(', ')}.`,
  );
}

function fits(value: Json, form: KeywordForm): boolean {
  switch (form) {
    case 'number':
      return Number.isFinite(value);
    case 'number above 0':
      return Number.isFinite(value) && (value as number) > 0;
    case 'count':
      return Number.isInteger(value) && (value as number) >= 0;
    case 'true or false':
      return typeof value === 'boolean';
    case 'text':
      return typeof value === 'string';
    case 'names':
      return isNames(value);
    case 'types':
      return (
        TYPES.includes(value as string) ||
        (isList(value) && value.length > 0 && value.every((type) => TYPES.includes(type as string)))
      );
    case 'values':
      return isList(value) && value.length > 0;
    case 'schemas':
      return isList(value) && value.length > 0;
    case 'named schemas':
    case 'named schemas or names':
      return isObject(value);
    case 'named names':
      return isObject(value) && Object.values(value).every(isNames);
    // Whether a schema is one is seen when it is visited.
    case 'schema':
    case 'schema or schemas':
    case 'any value':
      return true;
  }
}

function isNames(value: Json): boolean {
  return isList(value) && value.every((name) => typeof name === 'string');
}

/** The schemas behind a keyword, each with its name or number; an empty name for the only one. */
function schemasIn(value: Json, form: KeywordForm): [string, Json][] {
  if (form === 'schema' || (form === 'schema or schemas' && !isList(value))) return [['', value]];
  if (form === 'schemas' || form === 'schema or schemas' || form === 'named schemas') {
    return Object.entries(value as object) as [string, Json][];
  }
  if (form !== 'named schemas or names') return [];
  return Object.entries(value as object).filter(([, inner]: [string, Json]) => !isNames(inner)) as [
    string,
    Json,
  ][];
}

function article(form: KeywordForm): string {
  return /^(?:true|named|names|values|types|schemas|text|any)/.test(form) ? form : `a ${form}`;
}

function shorten(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function depthOf(value: Json): number {
  let level: readonly Json[] = [value];
  let depth = 0;
  for (; level.length > 0 && depth <= DEEPEST; depth++) {
    level = level.flatMap((inner) =>
      typeof inner === 'object' && inner !== null ? (Object.values(inner) as Json[]) : [],
    );
  }
  return depth;
}
