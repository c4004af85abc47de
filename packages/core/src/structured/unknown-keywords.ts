import { isRecord } from '../primitives/is-record.ts';

/** Keywords that the checker keeps to, and those that only describe. */
const KNOWN = new Set(
  '$ref type const enum minimum maximum minLength maxLength minItems maxItems pattern properties required additionalProperties items oneOf anyOf $defs definitions $schema $id $comment title description default examples deprecated readOnly writeOnly'.split(
    ' ',
  ),
);

/** Keywords whose value maps names to schemas. */
const NAMED = new Set(['properties', '$defs', 'definitions']);

/** Where a JSON Schema asks for something that the checker does not look at. */
export function unknownKeywords(schema: unknown, path: string): string[] {
  if (Array.isArray(schema)) {
    return schema.flatMap((item, index) => unknownKeywords(item, `${path}[${index}]`));
  }
  if (!isRecord(schema)) return [];
  return Object.entries(schema).flatMap(([name, value]) => {
    const at = `${path}.${name}`;
    if (!KNOWN.has(name) || (name === '$ref' && !isResolvable(value))) return [at];
    if (NAMED.has(name) && isRecord(value)) {
      return Object.entries(value).flatMap(([inner, asked]) =>
        unknownKeywords(asked, `${at}.${inner}`),
      );
    }
    const holdsSchemas = ['items', 'oneOf', 'anyOf', 'additionalProperties'].includes(name);
    return holdsSchemas ? unknownKeywords(value, at) : [];
  });
}

function isResolvable(reference: unknown): boolean {
  return typeof reference === 'string' && /^#(?:\/(?:\$defs|definitions)\/[^/]+)?$/.test(reference);
}
