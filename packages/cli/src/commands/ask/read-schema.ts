import type { JsonSchemaFormat } from '@hermes4/node';
import { UsageError } from '../../failure.ts';
import { readGiven } from '../../files/read-given.ts';
import type { Io } from '../../io.ts';

/**
 * A JSON Schema from a file, or as it stands in the argument.
 *
 * @throws UsageError when there is none.
 */
export async function readSchema(given: string, io: Io): Promise<JsonSchemaFormat> {
  const isInline = given.trimStart().startsWith('{');
  const place = isInline ? '--schema' : given;
  const schema = parse(
    isInline ? given : await readGiven(given, io, `The schema ${given} cannot be read`),
    place,
  );
  const title = typeof schema['title'] === 'string' ? schema['title'] : '';
  const name = title.replace(/[^\w-]+/g, '_').slice(0, 64) || 'answer';
  return { type: 'json_schema', json_schema: { name, schema } };
}

function parse(text: string, place: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${place} is no JSON: ${(error as Error).message}`);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new UsageError(`${place}: expected a JSON Schema, which is an object.`);
}
