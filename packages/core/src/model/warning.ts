/** Something that a caller should know and that does not stop the call. */
export interface Warning {
  /** What it is about, as a name that never changes. */
  readonly code:
    | 'unknown_parameter'
    | 'unsupported_parameter'
    | 'unknown_tool'
    | 'invalid_tool_call'
    | 'unknown_schema_keyword';
  /** What was noticed, and what to do about it. */
  readonly message: string;
  /** Where in the request or the answer, such as `top_q`. */
  readonly path?: string | undefined;
  /** The text that it is about, as it came. */
  readonly raw?: string | undefined;
}
