/** One operation of the hosted API, as the API document describes it. */
export interface Endpoint {
  /** `GET` when absent. */
  readonly method?: 'POST' | 'PATCH' | 'DELETE';
  /** Below the host's root; a name in braces stands for what the caller gives. */
  readonly path: string;
  readonly query?: Readonly<Record<string, ParameterSchema>>;
  readonly body?: ParameterSchema;
  /** The field by which the answer is told from something else; `data` when absent. */
  readonly answer?: string;
  /** Whether `data` is a list of what was asked for, and not the thing itself. */
  readonly isList?: boolean;
}

/** The part of JSON Schema that parameters use. */
export interface ParameterSchema {
  readonly type?: ParameterType | readonly ParameterType[];
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly items?: ParameterSchema;
  readonly properties?: Readonly<Record<string, ParameterSchema>>;
  readonly additionalProperties?: boolean;
}

type ParameterType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array' | 'null';
