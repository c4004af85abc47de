// The sampling parameters of the API document, as flags and settings need them: `pnpm generate` writes the file; a test
// fails when it is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const DOCUMENT = new URL(import.meta.resolve('@hermes4/core/openapi/hermes-4.yaml'));
export const TARGET = new URL('../src/parameters/parameters.generated.ts', import.meta.url);

const SCALARS = new Set(['number', 'integer', 'boolean']);

/** @returns {string} The text of the generated file. */
export function generate() {
  const { ChatCompletionCreateParams } = parse(readFileSync(DOCUMENT, 'utf8')).components.schemas;
  const parameters = {};
  for (const [name, schema] of Object.entries(ChatCompletionCreateParams.properties)) {
    // How an answer travels is the command's own business, and so are tools.
    if (name.startsWith('stream') || name.includes('tool')) continue;
    const kind = kindOf(schema);
    if (kind === undefined) continue;
    const { minimum, maximum, description } = schema;
    parameters[name] = { kind, minimum, maximum, description: firstSentence(description) };
  }
  const notice = '// Generated from the API document by `pnpm generate`. Do not edit.\n';
  const types = Object.entries(parameters).map(
    ([name, { kind }]) => `${name}: Parameter<'${kind}'>`,
  );
  return `${notice}import type { Parameter } from './parameter.ts';\n\n/** The parameters of a call that shape its answer. */\nexport const parameters: { readonly ${types.join('; readonly ')} } = ${JSON.stringify(parameters)};\n`;
}

function kindOf({ type, anyOf = [] }) {
  const scalar = [type].flat().find((one) => SCALARS.has(one));
  if (scalar) return scalar;
  return anyOf.some((one) => one.type === 'array' && one.items.type === 'string')
    ? 'texts'
    : undefined;
}

function firstSentence(text) {
  const [sentence] = text.split(/(?<=[.:;])\s/, 1);
  return sentence.replace(/[.:;]$/, '');
}

if (argv[1] === fileURLToPath(import.meta.url)) writeFileSync(TARGET, generate());
