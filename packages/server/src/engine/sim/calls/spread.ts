import { mentionedOf } from '../fill/enum-mentions.ts';
import { namesIn } from '../fill/names.ts';
import type { Words } from '../fill/suggest-from-words.ts';
import { isList, isObject, type Json, type JsonObject } from '../json/json.ts';

/**
 * The words of each of several calls of one tool, when several things are named for the one parameter that
 * takes a name: "the weather in Paris and London" is two calls.
 */
export function spreadOver(parameters: unknown, words: Words): Words[] {
  const properties =
    isObject(parameters) && isObject(parameters['properties']) ? parameters['properties'] : {};
  const schemas = Object.values(properties).filter(isObject);
  const named = schemas.filter(takesName);
  const names = named.length === 1 ? namesIn(words.text) : [];
  if (names.length > 1) return names.map((only) => ({ ...words, only }));
  const listed = schemas.filter((schema) => isList(schema['enum']));
  const [list] = listed;
  const values =
    listed.length === 1 && list ? mentionedOf(list['enum'] as readonly Json[], words.text) : [];
  if (values.length < 2) return [words];
  return values.map((value) => ({ ...words, text: String(value), whole: words.text }));
}

/** Whether a parameter is free text, such as the name of a city. */
function takesName(schema: JsonObject): boolean {
  return (
    schema['type'] === 'string' &&
    !['enum', 'const', 'format', 'pattern'].some((keyword) => Object.hasOwn(schema, keyword))
  );
}
