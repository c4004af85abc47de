/** Recorded answers, as a file holds them. */
export interface Cassette {
  /** Tells such a file from any other. */
  readonly format: 'hermes4-cassette';
  /** The version of the format. */
  readonly version: 1;
  /** What was asked and answered, in the order of asking. */
  readonly exchanges: readonly RecordedExchange[];
}

/** One request and its answer. */
export interface RecordedExchange {
  /** What was asked. */
  readonly request: RecordedRequest;
  /** What was answered. */
  readonly response: RecordedResponse;
}

/** What was asked; method, path and body decide whether a later request is the same. */
export interface RecordedRequest {
  /** In capitals. */
  readonly method: string;
  /** Path and query, without the origin: the same recording serves every host. */
  readonly path: string;
  /** For people; credentials are never among them. */
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON value of the body, or its text when it was no JSON; absent when there was none. */
  readonly body?: unknown;
}

/** What was answered. */
export interface RecordedResponse {
  /** 200 to 599. */
  readonly status: number;
  /** Content type, cost and limits; nothing that could name the account. */
  readonly headers: Readonly<Record<string, string>>;
  /** When the headers came, in milliseconds since the request was sent. */
  readonly atMs: number;
  /** The body as it came; joined, these are the bytes that a player sends. */
  readonly pieces: readonly Piece[];
  /** What the body says, for people and their diffs. No program reads it. */
  readonly readable?: unknown;
}

/** What one read brought of a body. */
export type Piece = TextPiece | BytePiece;

/** A piece that is text. */
export interface TextPiece {
  /** When it came, in milliseconds since the request was sent. */
  readonly atMs: number;
  /** What it says. */
  readonly text: string;
}

/** A piece that is no valid UTF-8 by itself, such as one that ends inside a character. */
export interface BytePiece {
  /** When it came, in milliseconds since the request was sent. */
  readonly atMs: number;
  /** Its bytes. */
  readonly base64: string;
}

/** A cassette with nothing on it. */
export const EMPTY_CASSETTE: Cassette = {
  format: 'hermes4-cassette',
  version: 1,
  exchanges: [],
};
