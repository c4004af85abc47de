/** What the playground asks with; a link shares all of it. Who answers, and with which key, is no part of it. */
export interface Settings {
  readonly system: string;
  /** What stands in the field for the next message. */
  readonly prompt: string;
  readonly params: Readonly<Record<string, number>>;
  readonly reasoning: boolean;
  /** Tools that the page can run, by their names. */
  readonly tools: readonly string[];
  /** The JSON Schema that answers keep to, as it was typed; empty for plain text. */
  readonly schema: string;
}

export const NO_SETTINGS: Settings = {
  system: '',
  prompt: '',
  params: {},
  reasoning: false,
  tools: [],
  schema: '',
};

/** The schema as a value: `undefined` without one. */
export function schemaOf({
  schema,
}: Pick<Settings, 'schema'>): Record<string, unknown> | undefined {
  return faultOfSchema(schema) === undefined && schema.trim() !== ''
    ? (JSON.parse(schema) as Record<string, unknown>)
    : undefined;
}

/** What is wrong with a schema, or nothing. */
export function faultOfSchema(schema: string): string | undefined {
  if (schema.trim() === '') return undefined;
  try {
    const value: unknown = JSON.parse(schema);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return undefined;
    return 'Expected a JSON object, such as { "type": "object" }.';
  } catch (error) {
    return `This is no JSON yet: ${(error as Error).message}`;
  }
}
