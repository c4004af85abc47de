import { readBody } from '../../decode/read-body.ts';
import { encodeRequest } from '../../encode/encode-request.ts';
import { HermesError, isHermesError } from '../../errors/hermes-error.ts';
import type { RequestOptions } from '../../model/client-options.ts';
import type { HttpRequest } from '../../model/http.ts';
import { findFault, type Parameters } from '../../resources/check-forms.ts';
import type { Endpoint } from '../../resources/endpoint.ts';
import { type EndpointName, endpoints } from '../../resources/endpoints.generated.ts';
import { hintFor } from '../../resources/hint.ts';
import { type Answer, readAnswer } from '../../resources/read-answer.ts';
import { readParameters } from '../../resources/read-parameters.ts';
import { resourcePath, rootOf } from '../../resources/resource-path.ts';
import { check } from '../../validate/check.ts';
import { describeIssues } from '../../validate/validate-request.ts';
import type { ResolvedOptions } from '../resolve-options.ts';
import { sendResource } from '../send-resource.ts';
import type { AnswerCache } from './answer-cache.ts';

/** What one call has besides its name. */
export interface ResourceCall {
  /** The one parameter of the path, and its name there. */
  readonly inPath?: readonly [name: string, value: string] | undefined;
  readonly query?: object | undefined;
  readonly body?: object | undefined;
  readonly options?: RequestOptions | undefined;
  readonly cache?: AnswerCache | undefined;
}

/** Calls one operation of the hosted API. */
export type CallResource = (name: EndpointName, call?: ResourceCall) => Promise<Answer>;

const NOT_MODIFIED = 304;

/** Walks the row for everything but chat: read and check parameters, encode, send, read the answer. */
export function createCallResource(client: ResolvedOptions, baseURL: string): CallResource {
  return async (name, { inPath, query = {}, body, options = {}, cache } = {}) => {
    const endpoint = endpoints[name];
    const parameters = readParameters(query, endpoint);
    if (client.strict) checkSchema(parameters, body, endpoint);
    // What stands in the path is checked in any case: it could lead elsewhere, or be a whole key.
    const checked = client.strict ? parameters : {};
    const fault = findFault(
      inPath ? { ...checked, [`{${inPath[0]}}`]: inPath[1] } : checked,
      client.strict ? endpoint : undefined,
    );
    if (fault) throw invalid(`${fault.path}: expected ${fault.expected}.`, fault.path);

    const path = resourcePath(endpoint, inPath?.[1], parameters);
    const request = requestOf(endpoint, path, body, options);
    const asked = cache?.asking(path, request) ?? request;
    try {
      return await sendResource(asked, options, client, async (response) => {
        const { status, headers } = response;
        const known = status === NOT_MODIFIED ? cache?.answer(path) : undefined;
        const text = await readBody(response, client.maxResponseBytes);
        const answer = readAnswer(known ?? text, endpoint, status);
        if (known === undefined) cache?.keep(path, headers.get('etag'), text);
        return answer;
      });
    } catch (error) {
      const hint = isHermesError(error) && hintFor(name, error.status);
      throw hint ? new HermesError(`${error.message} ${hint}`, error) : error;
    }
  };

  function requestOf(
    endpoint: Endpoint,
    path: string,
    body: object | undefined,
    options: RequestOptions,
  ): HttpRequest {
    const method: HttpRequest['method'] = endpoint.method ?? 'GET';
    const encoded = encodeRequest(`${rootOf(baseURL)}${path}`, body, client, options);
    if (body) return { ...encoded, method };
    // The host's own documents ask for a body with some of these, which no client can send.
    const { body: _none, headers: all, ...rest } = encoded;
    const { 'content-type': _type, ...kept } = all;
    return { ...rest, method, headers: kept };
  }
}

function checkSchema(query: Parameters, body: object | undefined, endpoint: Endpoint): void {
  const properties = endpoint.query ?? {};
  const issues = [
    ...check(query, { properties, additionalProperties: false }, {}),
    ...(body && endpoint.body ? check(body, endpoint.body, {}) : []),
  ];
  if (issues.length > 0) throw invalid(describeIssues(issues), issues[0]?.path);
}

function invalid(message: string, path: string | undefined): HermesError {
  return new HermesError(message, { code: 'invalid_request', path });
}
