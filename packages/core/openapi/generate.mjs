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
    [
      fileURLToPath(new URL('../src/validate/plain-request.generated.ts', import.meta.url)),
      plainRequest(parse(source)),
    ],
    [
      fileURLToPath(new URL('../src/resources/endpoints.generated.ts', import.meta.url)),
      endpointTable(parse(source)),
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

const NUMBERS = new Set(['number', 'integer']);
/** What most requests set, if anything: each more would be downloaded with every page, to be used by few. */
const COMMON = new Set(['max_tokens', 'max_completion_tokens', 'temperature', 'top_p']);

/** What a request for text consists of, in the shortest form: enough to say yes, and never wrongly. */
function plainRequest(document) {
  const { ChatCompletionCreateParams, ChatCompletionMessageParam } = document.components.schemas;
  const ranges = {};
  for (const [name, schema] of Object.entries(ChatCompletionCreateParams.properties)) {
    const { type, minimum, maximum } = schema;
    const number = [type].flat().find((one) => NUMBERS.has(one));
    if (number && COMMON.has(name)) ranges[name] = [number, minimum, maximum].filter(isGiven);
  }
  const speakers = ChatCompletionMessageParam.oneOf.map(resolve).filter(saysText);
  const roles = speakers.map(({ properties }) => properties.role.const);
  return `${NOTICE}import type { Range } from './schema.ts';\n\n/** The parameters that most requests set, if any; each is a number. */\nexport const ranges: Readonly<Record<string, Range>> = ${JSON.stringify(ranges)};\n\n/** Who can say a text and nothing else. */\nexport const speakers: readonly string[] = ${JSON.stringify(roles)};\n`;

  function resolve({ $ref }) {
    return document.components.schemas[$ref.split('/').at(-1)];
  }

  function saysText({ required, properties: { content } }) {
    const isText = [content, ...(content.anyOf ?? [])].some(({ type }) => type === 'string');
    return isText && required.every((name) => name === 'role' || name === 'content');
  }
}

function isGiven(value) {
  return value !== undefined;
}

/** What a form asks for is said in better words than a pattern by src/resources/forms.ts. */
const FORM = new Set(['pattern', 'minLength', 'maxLength']);

/** What the client has to know of every operation but chat: where it is, what it takes and gives. */
function endpointTable(document) {
  const endpoints = {};
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      const { operationId, parameters = [], requestBody, responses } = operation;
      if (operationId === undefined || operationId === 'createChatCompletion') continue;
      const query = parameters.map(resolve).filter((parameter) => parameter.in === 'query');
      const body = requestBody?.content['application/json'].schema;
      const answer = responses['200'].content['application/json'].schema;
      endpoints[operationId] = {
        ...(method !== 'get' && { method: method.toUpperCase() }),
        path,
        ...(query.length > 0 && {
          query: Object.fromEntries(query.map(({ name, schema }) => [name, inlined(schema)])),
        }),
        ...(body && { body: inlined(body) }),
        ...mainProperty(answer),
      };
    }
  }
  const names = Object.keys(endpoints).map((name) => JSON.stringify(name));
  return `${NOTICE}import type { Endpoint } from './endpoint.ts';\n\n/** The API document's operations, chat aside. */\nexport type EndpointName = ${names.join(' | ')};\n\n/** What the API document says of each of them. */\nexport const endpoints: Readonly<Record<EndpointName, Endpoint>> = ${JSON.stringify(endpoints)};\n`;

  function resolve(value) {
    if (value.$ref === undefined) return value;
    const keys = value.$ref.split('/').slice(1);
    return resolve(keys.reduce((node, key) => node[key], document));
  }

  /** Where the answer is, if not in `data`, and whether it is a list. */
  function mainProperty(schema) {
    const { required, properties, allOf } = resolve(schema);
    if (allOf) return mainProperty(allOf[0]);
    if (!required.includes('data')) return { answer: required[0] };
    return resolve(properties.data).type === 'array' ? { isList: true } : {};
  }

  function inlined(reference) {
    const schema = resolve(reference);
    return Object.fromEntries(
      Object.entries(schema)
        .filter(([key]) => !PROSE.has(key) && !FORM.has(key) && !(key === 'type' && schema.enum))
        .map(([key, value]) => [key, inlinedKeyword(key, value)]),
    );
  }

  function inlinedKeyword(key, value) {
    if (key === 'items') return inlined(value);
    if (key !== 'properties') return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, property]) => [name, inlined(property)]),
    );
  }
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of await generate()) writeFileSync(path, text);
}
