/** What the value of a parameter is; texts are given one by one. */
export type ParameterKind = 'number' | 'integer' | 'boolean' | 'texts';

/** What the API document says of one parameter, as far as a flag needs it. */
export interface Parameter<Kind extends ParameterKind = ParameterKind> {
  readonly kind: Kind;
  readonly minimum?: number;
  readonly maximum?: number;
  /** Its first sentence in the API document. */
  readonly description: string;
}
