import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';

/**
 * Makes a reader of text that is one chat completion, and nothing else.
 *
 * @param {string} file The API document.
 * @returns {(text: string) => unknown} Throws for text that is none, with what is wrong with it.
 */
export function completionReader(file) {
  const apiDocument = parse(readFileSync(file, 'utf8'));
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
  ajv.addVocabulary(['discriminator', ...Object.keys(apiDocument)]);
  ajv.addSchema(apiDocument, 'hermes-4');
  const validate = ajv.compile({ $ref: 'hermes-4#/components/schemas/ChatCompletion' });
  return (text) => {
    const value = JSON.parse(text);
    if (validate(value)) return value;
    throw new Error(`Not a chat completion: ${ajv.errorsText(validate.errors)}.\n${text}`);
  };
}
