/** As much of an OpenAPI 3.1 document as its pages need. */
export interface OpenApi {
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, PathItem>>;
}

export interface PathItem {
  readonly parameters?: readonly unknown[];
  readonly [method: string]: unknown;
}

export interface OperationObject {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly security?: readonly unknown[];
  readonly parameters?: readonly unknown[];
  readonly requestBody?: unknown;
  readonly responses: Readonly<Record<string, unknown>>;
}

export interface ParameterObject {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
}

export interface MediaType {
  readonly schema?: Schema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, unknown>>;
}

/** A JSON Schema of the document. */
export type Schema = Readonly<Record<string, unknown>>;

/** Follows a reference to what it stands for; what is no reference is itself. */
export type Resolver = (value: unknown) => unknown;

/** The name of what a reference points to; `undefined` for what is no reference. */
export function nameOf(value: unknown): string | undefined {
  const { $ref } = (value ?? {}) as { $ref?: unknown };
  return typeof $ref === 'string' ? $ref.split('/').at(-1) : undefined;
}
