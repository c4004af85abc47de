import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';

interface ApiDocument {
  paths: { '/v1/chat/completions': { post: { responses: Record<string, unknown> } } };
}

const file = createRequire(import.meta.url).resolve('@hermes4/core/openapi/hermes-4.yaml');
const document = parse(readFileSync(file, 'utf8')) as ApiDocument;

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
ajv.addVocabulary(['discriminator', ...Object.keys(document)]);
ajv.addSchema(document, 'hermes-4');

/** What a value breaks of a schema of the API document; nothing when it keeps to it. */
export function problems(schema: string, value: unknown): string[] {
  const validate = ajv.getSchema(`hermes-4#/components/schemas/${schema}`);
  if (!validate) throw new Error(`The API document has no schema ${schema}.`);
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
}

/** The statuses that the API document knows. */
export const documentedStatuses: readonly string[] = Object.keys(
  document.paths['/v1/chat/completions'].post.responses,
);
