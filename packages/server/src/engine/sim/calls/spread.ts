import { mentionedOf } from '../fill/enum-mentions.ts';
import { namesIn } from '../fill/names.ts';
import type { Words } from '../fill/suggest-from-words.ts';
import { isList, isObject, type Json, type JsonObject } from '../json/json.ts';

/**
 * The words of each of several calls of one tool, when several things are named for the one parameter that
 * takes a name: "the weather in Paris and London" is two calls.
 */
export function spreadOver(parameters: unknown, words: Words): Words[] {
  const properties = isObject(parameters) ? parameters['properties'] : undefined;
  const schemas = Object.values(isObject(properties) ? properties : {}).filter(isObject);
  const names = schemas.filter(takesName).length === 1 ? namesIn(words.text) : [];
  if (names.length > 1) return names.map((only) => ({ ...words, only }));
  const [list, ...others] = schemas.flatMap((schema) => listIn(schema));
  const mentioned = list && others.length === 0 ? mentionedOf(list, words.text) : [];
  const values = mentioned.filter((value) => typeof value === 'string');
  if (values.length < 2) return [words];
  return values.map((text) => ({ ...words, text, whole: words.text }));
}

/** The values that a parameter has to choose from. */
function listIn(schema: JsonObject): (readonly Json[])[] {
  const values = schema['enum'];
  return isList(values) ? [values] : [];
}

/** Whether a parameter is free text, such as the name of a city. */
function takesName(schema: JsonObject): boolean {
  return (
    schema['type'] === 'string' &&
    !['enum', 'const', 'format', 'pattern'].some((keyword) => Object.hasOwn(schema, keyword))
  );
}
