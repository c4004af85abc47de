import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { createHermes, type Hermes, type HermesOptions } from '../src/index.ts';

interface Operation {
  readonly operationId?: string;
  readonly responses: Readonly<Record<string, unknown>>;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly examples: Readonly<Record<string, { readonly value: unknown }>>;
  };
}

const document = parse(
  readFileSync(new URL('../openapi/hermes-4.yaml', import.meta.url), 'utf8'),
) as Document;

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
ajv.addVocabulary(['discriminator', ...Object.keys(document)]);
ajv.addSchema(document, 'hermes-4');

/** The value of an example of the API document. */
export function example(name: string): Record<string, unknown> {
  return structuredClone(document.components.examples[name]?.value) as Record<string, unknown>;
}

/** What a request was, with what the API document says that it was. */
export interface Received {
  readonly operation: string | undefined;
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** One answer of the hosted API. */
export interface HostedAnswer {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * The hosted API, answering as told. It refuses to answer with status 200 what the API document does
 * not allow at that path.
 */
export function hostedAPI(
  answer: (request: Received) => HostedAnswer,
  options: HermesOptions = {},
): { hermes: Hermes; received: Received[] } {
  const received: Received[] = [];
  const hermes = createHermes({
    apiKey: 'b747e891-rest-of-the-secret',
    maxRetries: 0,
    fetch: (address, init = {}) => {
      const url = new URL(address);
      const method = init.method ?? 'GET';
      const [template, operation] = operationAt(url.pathname, method);
      const request: Received = {
        operation: operation?.operationId,
        method,
        url,
        headers: init.headers as Record<string, string>,
        body: typeof init.body === 'string' ? JSON.parse(init.body) : init.body,
      };
      received.push(request);
      const { status = 200, body, headers = {} } = answer(request);
      if (status === 200 && typeof body !== 'string' && template !== undefined)
        assertDocumented(body, template, method);
      const text = typeof body === 'string' ? body : JSON.stringify(body ?? '');
      return Promise.resolve(
        new Response(status === 304 ? null : text, {
          status,
          headers: { 'content-type': 'application/json', ...headers },
        }),
      );
    },
    ...options,
  });
  return { hermes, received };
}

function operationAt(pathname: string, method: string): [string?, Operation?] {
  for (const [template, item] of Object.entries(document.paths)) {
    const path = new RegExp(`${template.replace(/\{\w+\}/, '.+')}$`);
    const operation = item[method.toLowerCase()];
    if (operation && path.test(pathname)) return [template, operation];
  }
  return [];
}

function assertDocumented(body: unknown, template: string, method: string): void {
  const at = `#/paths/${template.replaceAll('/', '~1')}/${method.toLowerCase()}/responses/200/content/application~1json/schema`;
  const validate = ajv.compile({ $ref: `hermes-4${encodeURI(at)}` });
  if (!validate(body)) throw new Error(`Not documented: ${ajv.errorsText(validate.errors)}`);
}
