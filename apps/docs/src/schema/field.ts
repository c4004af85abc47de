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
}

/** One form of a value that can have several. */
export interface Form {
  readonly title: string;
  readonly id: string;
  readonly description: string;
  readonly fields: readonly Field[];
}

/** One operation of the API. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly server: string;
  readonly needsKey: boolean;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly Field[];
  readonly body: readonly Field[];
  readonly examples: readonly RequestExample[];
  readonly answers: readonly Answer[];
}

/** A body that the API takes. */
export interface RequestExample {
  readonly title: string;
  readonly body: Readonly<Record<string, unknown>>;
}

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
