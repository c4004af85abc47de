import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ChatCompletion } from '@hermes4/core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';

const file = createRequire(import.meta.url).resolve('@hermes4/core/openapi/hermes-4.yaml');
const apiDocument = parse(readFileSync(file, 'utf8')) as Record<string, unknown>;

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
ajv.addVocabulary(['discriminator', ...Object.keys(apiDocument)]);
ajv.addSchema(apiDocument, 'hermes-4');
const validate = ajv.compile({ $ref: 'hermes-4#/components/schemas/ChatCompletion' });

/** Reads text that is one chat completion, as the API document describes it, and nothing else. */
export function parseCompletion(text: string): ChatCompletion {
  const value: unknown = JSON.parse(text);
  if (validate(value)) return value as ChatCompletion;
  throw new Error(`Not a chat completion: ${ajv.errorsText(validate.errors)}.\n${text}`);
}
