/** One member of a request or an answer, as a page shows it. */
export interface Field {
  readonly name: string;
  /** Where a link leads: stable as long as the API has it. */
  readonly id: string;
  /** Its type in words that TypeScript readers know. */
  readonly type: string;
  readonly isRequired: boolean;
  /** Bounds, default, format, examples. */
  readonly facts: readonly string[];
  readonly description: string;
  /** What is inside of it. */
  readonly fields: readonly Field[];
  /** The forms that it can have, where it can have several. */
  readonly forms: readonly Form[];
  /** Where its inside is told, if it is what it stands in. */
  readonly again: Again | undefined;
}

/** A place further up that tells of the same. */
export interface Again {
  readonly title: string;
  readonly id: string;
}

/** A member of the address or the head of a request. */
export interface Parameter extends Field {
  readonly place: 'path' | 'query' | 'header';
  readonly kind: 'text' | 'whole number' | 'yes' | 'list';
  /** The values that it can have, where they are few. */
  readonly values: readonly string[];
}

/** One form of a value that can have several. */
export interface Form {
  readonly title: string;
  readonly id: string;
  readonly description: string;
  readonly fields: readonly Field[];
  readonly again: Again | undefined;
}

/** One operation of the API. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly server: string;
  readonly needsKey: boolean;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly Parameter[];
  readonly body: readonly Field[];
  /** Whether it takes a body, and whether it can do without. */
  readonly takesBody: 'always' | 'maybe' | 'never';
  readonly requests: readonly Request[];
  readonly answers: readonly Answer[];
}

/** A request that the API takes. */
export interface Request {
  readonly title: string;
  /** Parameters by their names. */
  readonly values: Values;
  readonly body?: Body | undefined;
}

/** What parameters are set to; what is not among them is left out. */
export type Values = Readonly<Record<string, Value>>;
export type Value = string | number | boolean | readonly string[];

/** What a request carries. */
export type Body = Readonly<Record<string, unknown>>;

/** What comes back with a status. */
export interface Answer {
  readonly status: string;
  readonly description: string;
  readonly headers: readonly Field[];
  /** By content type. */
  readonly contents: readonly AnswerContent[];
}

/** A body that was sent. */
export interface AnswerSample {
  readonly title: string;
  readonly text: string;
}

/** One content type of an answer. */
export interface AnswerContent {
  readonly type: string;
  readonly fields: readonly Field[];
  readonly forms: readonly Form[];
  /** The status under which what is in it was told already. */
  readonly sameAs: string | undefined;
  /** Bodies as they look. */
  readonly samples: readonly AnswerSample[];
}
