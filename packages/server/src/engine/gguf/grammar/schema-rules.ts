import { isRecord } from '@hermes4/core/internal';
import { Refusal } from '../../../refusal.ts';
import { arrayRules } from './array-rules.ts';
import { areDisjoint } from './disjoint.ts';
import { literal, rule, type Sequence } from './grammar.ts';
import { isOfType, typesOf } from './json-types.ts';
import { numberRules } from './number-rules.ts';
import { objectRules } from './object-rules.ts';
import { refuse, type Schema } from './refuse.ts';
import { createRuleBook, type RuleBook } from './rule-book.ts';
import { stringRules } from './string-rules.ts';

/** What says something about a schema, and nothing about its values. */
const ANNOTATIONS: readonly string[] = [
  '$schema',
  '$id',
  '$comment',
  '$defs',
  'definitions',
  'title',
  'description',
  'default',
  'examples',
  'deprecated',
  'readOnly',
  'writeOnly',
];

/** The keywords that are kept, by the type that they are about. */
const KEYWORDS: Readonly<Record<string, readonly string[]>> = {
  object: ['properties', 'required', 'additionalProperties'],
  array: ['items', 'prefixItems', 'minItems', 'maxItems'],
  string: ['minLength', 'maxLength', 'format'],
  number: ['minimum', 'maximum'],
  integer: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
};

/**
 * Begins the rules that the texts of JSON Schemas follow; `schema()` of the book adds one. Every text of a schema's rule is a value
 * that the schema accepts. Not every value that it accepts has a text: objects have the properties that are named, in
 * their order.
 *
 * @param root The document that `$ref` points into.
 * @throws Refusal 400 from `schema()`, for a keyword that cannot be kept.
 */
export function createSchemaRules(root: unknown): RuleBook {
  return createRuleBook((schema, path, book) => {
    if (schema === false) throw refuse(path, 'false', 'accepts no value');
    if (isRecord(schema)) return sequencesOf(schema, path, book);
    const received = JSON.stringify(schema);
    throw new Refusal(400, `${path}: expected a JSON Schema, received ${received}.`);
  });

  function sequencesOf(schema: Schema, path: string, book: RuleBook): readonly Sequence[] {
    if ('$ref' in schema) {
      checkKeywords(schema, ['$ref'], path);
      return [[rule(book.schema(targetOf(root, schema['$ref'], path), `${path}.$ref`))]];
    }
    if ('const' in schema || 'enum' in schema) return chosen(schema, path);
    for (const keyword of ['anyOf', 'oneOf', 'allOf'] as const) {
      if (keyword in schema) return branches(schema, keyword, path, book);
    }
    const types = typesOf(schema, Object.entries(KEYWORDS));
    if (types.length === 0) throw refuse(path, 'type', 'names no type of JSON');
    checkKeywords(schema, ['type', ...types.flatMap((type) => KEYWORDS[type] ?? [])], path);
    return types.flatMap((type) => typed(type, schema, path, book));
  }
}

function typed(type: string, schema: Schema, path: string, book: RuleBook): readonly Sequence[] {
  if (type === 'object') return objectRules(schema, path, book);
  if (type === 'array') return arrayRules(schema, path, book);
  if (type === 'string') return stringRules(schema, path);
  if (type === 'number' || type === 'integer') return numberRules(type, schema, path);
  return [[rule(type)]];
}

function chosen(schema: Schema, path: string): Sequence[] {
  const keyword = 'const' in schema ? 'const' : 'enum';
  checkKeywords(schema, [keyword, 'type'], path);
  const values = keyword === 'const' ? [schema['const']] : schema['enum'];
  const types = 'type' in schema ? typesOf(schema, []) : undefined;
  const fitting = (Array.isArray(values) ? (values as unknown[]) : []).filter(
    (value) => types?.some((type) => isOfType(type, value)) ?? true,
  );
  if (fitting.length === 0) throw refuse(path, keyword, 'has no value that fits');
  return fitting.map((value) => literal(JSON.stringify(value)));
}

function branches(
  schema: Schema,
  keyword: 'anyOf' | 'oneOf' | 'allOf',
  path: string,
  book: RuleBook,
): Sequence[] {
  checkKeywords(schema, [keyword], path);
  const list = schema[keyword];
  if (!Array.isArray(list) || list.length === 0) throw refuse(path, keyword, 'needs a list');
  if (keyword === 'allOf' && list.length > 1) {
    throw refuse(path, keyword, 'is kept with one schema only; write them as one');
  }
  if (keyword === 'oneOf' && !areDisjoint(list)) {
    throw refuse(
      path,
      keyword,
      'is kept only where types or constants tell its schemas apart; use anyOf',
    );
  }
  return list.map((branch: unknown, index) => [
    rule(book.schema(branch, `${path}.${keyword}[${index}]`)),
  ]);
}

/** A schema that says more than its texts would keep is refused. */
function checkKeywords(schema: Schema, kept: readonly string[], path: string): void {
  const other = Object.keys(schema).find(
    (keyword) =>
      !kept.includes(keyword) && !ANNOTATIONS.includes(keyword) && !keyword.startsWith('x-'),
  );
  if (other === undefined) return;
  const beside = kept.length === 1 ? ` beside ${kept[0] as string}` : '';
  throw refuse(path, other, `cannot be kept by this engine${beside}; leave it out`);
}

function targetOf(root: unknown, ref: unknown, path: string): unknown {
  const steps =
    typeof ref === 'string' && /^#(?:\/|$)/.test(ref) ? ref.split('/').slice(1) : [null];
  let found = root;
  for (const step of steps) {
    const key = step?.replaceAll('~1', '/').replaceAll('~0', '~');
    const at: unknown = found;
    found = key !== undefined && isRecord(at) ? at[decodeURIComponent(key)] : undefined;
  }
  if (found === undefined) throw refuse(path, '$ref', 'points to nothing in this schema');
  return found;
}
