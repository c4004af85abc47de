import { isList, isObject, type Json } from './json.ts';

/** What stands behind a keyword of JSON Schema. */
export type KeywordForm =
  | 'schema'
  | 'schema or schemas'
  | 'schemas'
  | 'named schemas'
  | 'named schemas or names'
  | 'named names'
  | 'number'
  | 'number above 0'
  | 'count'
  | 'true or false'
  | 'text'
  | 'names'
  | 'types'
  | 'values'
  | 'any value';

const TYPES = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];

/** The forms in words. */
export const formWords: Readonly<Record<KeywordForm, string>> = {
  schema: 'a schema',
  'schema or schemas': 'a schema or a list of schemas',
  schemas: 'a list of schemas',
  'named schemas': 'an object of schemas',
  'named schemas or names': 'an object of schemas or lists of names',
  'named names': 'an object of lists of names',
  number: 'a number',
  'number above 0': 'a number above 0',
  count: 'a whole number of at least 0',
  'true or false': 'true or false',
  text: 'a string',
  names: 'a list of names',
  types: `one or more of ${TYPES.join(', ')}`,
  values: 'a list of values',
  'any value': 'any value',
};

/** Whether a value has a form; whether a schema in it is one is seen when that is visited. */
export function hasForm(value: Json, form: KeywordForm): boolean {
  switch (form) {
    case 'number':
      return Number.isFinite(value);
    case 'number above 0':
      return typeof value === 'number' && value > 0;
    case 'count':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0;
    case 'true or false':
      return typeof value === 'boolean';
    case 'text':
      return typeof value === 'string';
    case 'names':
      return isNames(value);
    case 'types':
      return isList(value) ? value.length > 0 && value.every(isType) : isType(value);
    case 'values':
    case 'schemas':
      return isList(value) && value.length > 0;
    case 'named schemas':
    case 'named schemas or names':
      return isObject(value);
    case 'named names':
      return isObject(value) && Object.values(value).every(isNames);
    case 'schema':
    case 'schema or schemas':
    case 'any value':
      return true;
  }
}

/** The schemas behind a keyword, each with its name or number; an empty name for the only one. */
export function schemasIn(value: Json, form: KeywordForm): [string, Json][] {
  if (form === 'schema' || (form === 'schema or schemas' && !isList(value))) return [['', value]];
  if (!form.includes('schemas') || typeof value !== 'object' || value === null) return [];
  const inner: [string, Json][] = Object.entries(value);
  return form === 'named schemas or names' ? inner.filter(([, one]) => !isNames(one)) : inner;
}

function isType(value: Json): boolean {
  return typeof value === 'string' && TYPES.includes(value);
}

function isNames(value: Json): boolean {
  return isList(value) && value.every((name) => typeof name === 'string');
}
