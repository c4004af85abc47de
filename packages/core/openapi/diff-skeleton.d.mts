/** One schema, reduced to its structure. Union members go by what tells them apart. */
export interface SkeletonNode {
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | number | boolean | null)[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | SkeletonNode;
  readonly properties?: Readonly<Record<string, SkeletonNode>>;
  readonly items?: SkeletonNode;
  readonly oneOf?: Readonly<Record<string, SkeletonNode>>;
  readonly anyOf?: Readonly<Record<string, SkeletonNode>>;
}

/** The structure of the operations: of the chat completion what goes in and both forms of what comes out. */
export interface Skeleton {
  /** `name/query`, `name/body` and `name/answer` of the other operations. */
  readonly [part: string]: SkeletonNode;
  readonly request: SkeletonNode;
  readonly answer: SkeletonNode;
  readonly chunk: SkeletonNode;
}

/** A place where two structures differ, with a short word on each side. */
export interface Difference {
  readonly at: string;
  readonly upstream: string;
  readonly ours: string;
}

/** An OpenAPI 3.1 document as parsed from YAML or JSON; more of it is read than is typed here. */
export interface OpenAPIDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, unknown>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Reduces an OpenAPI 3.1 document to the structure of its operations. */
export function structureOf(document: OpenAPIDocument): Skeleton;

/** Lists every place where two structures differ, each once, in the order of the first. */
export function differences(skeleton: Skeleton, ours: Skeleton): Difference[];
