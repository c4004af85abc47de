/** A JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** Whether a value is an object of JSON, not a list and not null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a list of JSON. */
export function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}

/** Whether two values are the same to JSON Schema: the order of names does not count. */
export function isSame(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (isList(a)) {
    return (
      isList(b) && a.length === b.length && a.every((item, index) => isSame(item, b[index] as Json))
    );
  }
  if (!isObject(a) || !isObject(b)) return false;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => Object.hasOwn(b, name) && isSame(a[name] as Json, b[name] as Json));
}

/** The special tokens of the model, of which JSON must hold none, or they would end what they stand in. */
const TAG = /<(?=\/?(?:think|tool_call|tool_response|tools)>|\|)/g;

/** Writes JSON as the model was trained to: on one line, a space behind each colon and comma. */
export function writeJson(value: Json): string {
  if (isList(value)) return `[${value.map(writeJson).join(', ')}]`;
  if (isObject(value)) {
    const members = Object.entries(value).map(
      ([name, inner]) => `${writeJson(name)}: ${writeJson(inner)}`,
    );
    return `{${members.join(', ')}}`;
  }
  return JSON.stringify(value).replace(TAG, '\\u003c');
}
