import SwaggerParser from '@apidevtools/swagger-parser';
import type { OpenApi, Resolver } from '../../src/schema/open-api.ts';

/**
 * Reads an OpenAPI document and checks it against the specification. References stay, because they name what they stand for.
 *
 * @throws Error that says what is wrong with the document.
 */
export async function loadDocument(
  path: string,
): Promise<{ document: OpenApi; resolve: Resolver }> {
  const parser = new SwaggerParser();
  const document = (await parser.bundle(path)) as unknown as OpenApi;
  // Validation replaces every reference, so it gets a copy of its own.
  await SwaggerParser.validate(structuredClone(document) as never);
  return { document, resolve: (value) => resolveIn(parser, value) };
}

function resolveIn(parser: SwaggerParser, value: unknown): unknown {
  const { $ref } = (value ?? {}) as { $ref?: unknown };
  return typeof $ref === 'string' ? parser.$refs.get($ref) : value;
}
