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

/** The keywords that the simulator keeps to. */
export const keywords: ReadonlyMap<string, KeywordForm> = new Map<string, KeywordForm>([
  ['$ref', 'text'],
  ['$defs', 'named schemas'],
  ['definitions', 'named schemas'],
  ['type', 'types'],
  ['enum', 'values'],
  ['const', 'any value'],
  ['multipleOf', 'number above 0'],
  ['minimum', 'number'],
  ['maximum', 'number'],
  ['exclusiveMinimum', 'number'],
  ['exclusiveMaximum', 'number'],
  ['minLength', 'count'],
  ['maxLength', 'count'],
  ['pattern', 'text'],
  ['format', 'text'],
  ['prefixItems', 'schemas'],
  ['items', 'schema or schemas'],
  ['additionalItems', 'schema'],
  ['unevaluatedItems', 'schema'],
  ['contains', 'schema'],
  ['minContains', 'count'],
  ['maxContains', 'count'],
  ['minItems', 'count'],
  ['maxItems', 'count'],
  ['uniqueItems', 'true or false'],
  ['properties', 'named schemas'],
  ['patternProperties', 'named schemas'],
  ['additionalProperties', 'schema'],
  ['unevaluatedProperties', 'schema'],
  ['propertyNames', 'schema'],
  ['required', 'names'],
  ['minProperties', 'count'],
  ['maxProperties', 'count'],
  ['dependentRequired', 'named names'],
  ['dependentSchemas', 'named schemas'],
  ['dependencies', 'named schemas or names'],
  ['allOf', 'schemas'],
  ['anyOf', 'schemas'],
  ['oneOf', 'schemas'],
  ['not', 'schema'],
  ['if', 'schema'],
  ['then', 'schema'],
  ['else', 'schema'],
]);

/** Keywords that describe and do not narrow, those of OpenAPI among them. */
export const annotations: ReadonlySet<string> = new Set(
  '$schema $id $comment $anchor $vocabulary title description default examples example deprecated readOnly writeOnly contentEncoding contentMediaType contentSchema discriminator externalDocs xml nullable'.split(
    ' ',
  ),
);
