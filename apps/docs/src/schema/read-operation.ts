import type { Answer, AnswerContent, AnswerSample, Field, Operation, Parameter } from './field.ts';
import { merged } from './merge-all-of.ts';
import {
  type MediaType,
  nameOf,
  type OpenApi,
  type OperationObject,
  type ParameterObject,
  type PathItem,
  type Resolver,
} from './open-api.ts';
import { readField, readInside } from './read-fields.ts';
import { type BodyExample, sampleRequests } from './samples/sample-requests.ts';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** An operation, with the group that it belongs to. */
export interface NamedOperation {
  readonly id: string;
  readonly tag: string;
  readonly operation: Operation;
}

/** Every operation of a document, in its order. */
export function readOperations(document: OpenApi, resolve: Resolver): NamedOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const found = item[method] as OperationObject | undefined;
      if (!found) return [];
      const operation = readOperation({ method, path, item, found, document }, resolve);
      return [{ id: found.operationId, tag: found.tags[0] ?? '', operation }];
    }),
  );
}

interface Place {
  readonly method: string;
  readonly path: string;
  readonly item: PathItem;
  readonly found: OperationObject;
  readonly document: OpenApi;
}

function readOperation(
  { method, path, item, found, document }: Place,
  resolve: Resolver,
): Operation {
  const answerOf = answerReader(resolve);
  const body = mediaOf(found.requestBody, resolve)['application/json'];
  const parameters = [...(item.parameters ?? []), ...(found.parameters ?? [])];
  return {
    id: found.operationId,
    method: method.toUpperCase(),
    path,
    server: document.servers[0]?.url ?? '',
    needsKey: found.security?.length !== 0,
    summary: found.summary,
    description: (found.description ?? '').trim(),
    parameters: parameters.map((one) => readParameter(resolve(one) as ParameterObject, resolve)),
    body: body?.schema ? readInside(body.schema, '', resolve).fields : [],
    takesBody: takesBody(resolve(found.requestBody)),
    requests: sampleRequests(found.operationId, body ? readExamples(body, resolve) : []),
    answers: Object.entries(found.responses).map(([status, answer]) => answerOf(status, answer)),
  };
}

function takesBody(requestBody: unknown): Operation['takesBody'] {
  if (requestBody === undefined) return 'never';
  return (requestBody as { required?: boolean }).required === true ? 'always' : 'maybe';
}

const PLACES = { path: 'in the path', query: 'in the query', header: 'a header' } as const;

function readParameter(parameter: ParameterObject, resolve: Resolver): Parameter {
  const { name, required = false, description = '', schema = {} } = parameter;
  const field = readField(name, schema, { id: name, isRequired: required }, resolve);
  const { type, enum: values = [] } = merged(schema, resolve);
  return {
    ...field,
    place: parameter.in,
    kind: KINDS[String(type)] ?? 'text',
    values: (values as readonly unknown[]).map(String),
    facts: [PLACES[parameter.in], ...field.facts],
    description: description.trim() || field.description,
  };
}

const KINDS: Readonly<Record<string, Parameter['kind']>> = {
  integer: 'whole number',
  boolean: 'yes',
  array: 'list',
};

function readExamples(body: MediaType, resolve: Resolver): BodyExample[] {
  return Object.entries(body.examples ?? {}).map(([key, example]) => {
    const { summary, value } = resolve(example) as { summary?: string; value: BodyExample['body'] };
    return { title: summary ?? key, body: value };
  });
}

/** What a schema holds is told once; under a further status, it is said where. */
function answerReader(resolve: Resolver): (status: string, answer: unknown) => Answer {
  const told = new Map<string, string>();

  return (status, answer) => {
    const { description = '', headers = {} } = resolve(answer) as AnswerObject;
    const own = (answer as AnswerObject).description;
    return {
      status,
      description: (own ?? description).trim(),
      headers: Object.entries(headers).map(([name, header]) => readHeader(name, header, status)),
      contents: Object.entries(mediaOf(answer, resolve)).map(([type, media]) =>
        readContent(type, media, status),
      ),
    };
  };

  function readHeader(name: string, header: unknown, status: string): Field {
    const { schema = {}, description = '' } = resolve(header) as ParameterObject;
    const field = readField(name, schema, { id: `${status}.${name}`, isRequired: false }, resolve);
    return { ...field, description: description.trim() || field.description };
  }

  function readContent(type: string, media: MediaType, status: string): AnswerContent {
    const name = nameOf(media.schema);
    const sameAs = name === undefined ? undefined : told.get(name);
    if (name !== undefined && sameAs === undefined) told.set(name, status);
    const prefix = `${status}${type === 'application/json' ? '' : `.${type.split('/')[1] ?? ''}`}`;
    const inside =
      sameAs === undefined
        ? readInside(media.schema ?? {}, prefix, resolve)
        : { fields: [], forms: [], again: undefined };
    return { type, ...inside, sameAs, samples: readSamples(media, resolve) };
  }
}

interface AnswerObject {
  readonly description?: string;
  readonly headers?: Readonly<Record<string, unknown>>;
}

function readSamples({ example, examples }: MediaType, resolve: Resolver): AnswerSample[] {
  const named = Object.entries(examples ?? {}).map(([key, one]): AnswerSample => {
    const { summary, value } = resolve(one) as { summary?: string; value: unknown };
    return { title: summary ?? key, text: textOf(value) };
  });
  return example === undefined
    ? named
    : [{ title: 'How it looks', text: textOf(example) }, ...named];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : JSON.stringify(value, null, 2);
}

function mediaOf(holder: unknown, resolve: Resolver): Readonly<Record<string, MediaType>> {
  if (holder === undefined) return {};
  return (resolve(holder) as { content?: Readonly<Record<string, MediaType>> }).content ?? {};
}
