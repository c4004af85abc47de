import { isObject, type Json } from './json.ts';

/** A JSON Schema, in the vocabulary of drafts 2020-12 and 07, after it was checked. */
export type Schema = boolean | SchemaObject;

/** A schema that is not just true or false. */
export interface SchemaObject {
  readonly $ref?: string;
  readonly type?: SchemaType | readonly SchemaType[];
  readonly enum?: readonly Json[];
  readonly const?: Json;
  readonly multipleOf?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly prefixItems?: readonly Schema[];
  readonly items?: Schema | readonly Schema[];
  readonly additionalItems?: Schema;
  readonly unevaluatedItems?: Schema;
  readonly contains?: Schema;
  readonly minContains?: number;
  readonly maxContains?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly unevaluatedProperties?: Schema;
  readonly propertyNames?: Schema;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  readonly dependentSchemas?: Readonly<Record<string, Schema>>;
  readonly dependencies?: Readonly<Record<string, Schema | readonly string[]>>;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly not?: Schema;
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
  readonly title?: string;
  readonly description?: string;
  readonly default?: Json;
  readonly examples?: readonly Json[];
}

/** The types of JSON Schema. */
export type SchemaType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array' | 'null';

/** The schemas of the first places of a list, in either draft's words. */
export function firstItems({ prefixItems, items }: SchemaObject): readonly Schema[] {
  return prefixItems ?? (Array.isArray(items) ? (items as readonly Schema[]) : []);
}

/** The schema of the places after those; `undefined` when anything may stand there. */
export function otherItems({ items, additionalItems }: SchemaObject): Schema | undefined {
  return Array.isArray(items) ? additionalItems : (items as Schema | undefined);
}

/** A member of the record itself, not one that every object has. */
export function own<T>(
  record: Readonly<Record<string, T>> | undefined,
  name: string,
): T | undefined {
  return record && Object.hasOwn(record, name) ? record[name] : undefined;
}

/** The types that a schema names; `undefined` when it leaves them open. */
export function namedTypes({ type }: SchemaObject): readonly SchemaType[] | undefined {
  return typeof type === 'string' ? [type] : type;
}

/** Whether a value of JSON has a type of JSON Schema. */
export function hasType(value: Json, type: SchemaType): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}
