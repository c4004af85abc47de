// Everything that is derived from hermes-4.yaml: the wire types and the request validator's schema.
// `pnpm generate` writes the files; a test fails when they are stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

const SOURCE = new URL('hermes-4.yaml', import.meta.url);
const NOTICE = '// Generated from openapi/hermes-4.yaml by `pnpm generate`. Do not edit.\n';

/** Words for people, and what no validator needs. */
const PROSE = new Set([
  'description',
  'examples',
  'example',
  'default',
  'title',
  'discriminator',
  'deprecated',
  'externalDocs',
]);

/** @returns {Promise<Map<string, string>>} The text of each generated file by its path. */
export async function generate() {
  const source = readFileSync(SOURCE, 'utf8');
  return new Map([
    [
      fileURLToPath(new URL('../src/model/wire.generated.ts', import.meta.url)),
      await wireTypes(source),
    ],
    [
      fileURLToPath(new URL('../src/validate/request-schema.generated.ts', import.meta.url)),
      requestSchema(parse(source)),
    ],
  ]);
}

/** @param {string} source */
async function wireTypes(source) {
  const ast = await openapiTS(source, { defaultNonNullable: false, alphabetize: false });
  return (
    NOTICE +
    astToString(ast)
      // The discriminators make the generator say how it did its work, in comments that users read.
      .replaceAll(' (enum property replaced by openapi-typescript)', '')
      // A description is what a comment is; TypeDoc does not know the tag.
      .replaceAll('@description ', '')
      .replaceAll(/\n *\* @(?:enum|constant).*/g, '')
      .replaceAll(/ *\/\*\* @(?:enum|constant)[^/]*\*\/\n/g, '')
  );
}

/** The schemas that a request reaches, without prose, as a constant. */
function requestSchema(document) {
  const { schemas } = document.components;
  const definitions = {};
  collect('ChatCompletionCreateParams');
  // Each host has its own name for the model; which names it serves is the host's to say.
  definitions.ChatCompletionCreateParams.properties.model = { type: 'string', minLength: 1 };
  return `${NOTICE}import type { Definitions } from './schema.ts';\n\n/** The API document's schemas of a request, by name. */\nexport const definitions: Definitions = ${JSON.stringify(definitions)};\n`;

  function collect(name) {
    if (definitions[name]) return;
    definitions[name] = bare(schemas[name]);
  }

  function bare(schema) {
    if (Array.isArray(schema)) return schema.map(bare);
    if (typeof schema !== 'object' || schema === null) return schema;
    return Object.fromEntries(
      Object.entries(schema)
        .filter(([key]) => !PROSE.has(key))
        .map(([key, value]) => [
          key,
          key === 'properties' ? bareEach(value) : bareKeyword(key, value),
        ]),
    );
  }

  /** Property names are not keywords: one called `description` stays. */
  function bareEach(properties) {
    return Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [name, bare(schema)]),
    );
  }

  function bareKeyword(key, value) {
    if (key === 'enum' || key === 'const' || key === 'required') return value;
    if (key !== '$ref') return bare(value);
    const name = value.split('/').at(-1);
    collect(name);
    return name;
  }
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of await generate()) writeFileSync(path, text);
}
