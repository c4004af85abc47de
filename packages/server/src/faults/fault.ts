/** Something that goes wrong on purpose. Events are counted from 1; `afterEvents: 0` is before the first. */
export type Fault =
  /** Another status, with the hosted API's body for it. `retryAfter` is sent as `Retry-After`, as it stands. */
  | {
      fault: 'status';
      status: number;
      retryAfter?: string | undefined;
      message?: string | undefined;
    }
  /** The headers come later, by so many milliseconds. */
  | { fault: 'delay'; ms: number }
  /** Nothing comes, until the caller leaves. */
  | { fault: 'hang' }
  /** The connection breaks: before the headers, or after so many events. */
  | { fault: 'drop'; afterEvents?: number | undefined }
  /** The connection breaks in the middle of an event's line. */
  | { fault: 'cut-line'; afterEvents?: number | undefined }
  /** The connection breaks inside a character of several bytes, where the answer has one, else in a line. */
  | { fault: 'cut-character'; afterEvents?: number | undefined }
  /** The answer ends in the middle of its JSON, as if it were whole. */
  | { fault: 'truncate'; afterEvents?: number | undefined }
  /** The stream reports an error in the words of one kind of host, with or without `[DONE]` behind it. */
  | {
      fault: 'error-event';
      shape?: ErrorShape | undefined;
      done?: boolean | undefined;
      afterEvents?: number | undefined;
    }
  /** No event says why the answer ended. */
  | { fault: 'no-finish' }
  /** Nothing says what the answer took. */
  | { fault: 'no-usage' }
  /** The stream ends without `[DONE]`. */
  | { fault: 'no-done' }
  /** The event with the finish reason comes twice, the second time without its `delta`. */
  | { fault: 'repeat-finish' }
  /** The stream ends properly and has said nothing but who speaks. */
  | { fault: 'role-only' }
  /** A web page instead of an answer, as broken gateways send it. */
  | { fault: 'html'; status?: number | undefined }
  /** A good status and no body. */
  | { fault: 'empty' }
  /** Another content type than the body's. */
  | { fault: 'content-type'; type: string }
  /** Comment lines between the events, as hosts send them to keep connections open. */
  | { fault: 'comments' }
  /** Lines end with CRLF or CR instead of LF, or the stream begins with a byte order mark. */
  | { fault: 'crlf' }
  | { fault: 'cr' }
  | { fault: 'bom' }
  /** Pieces of so many bytes, with a pause of `ms` milliseconds before each when given. */
  | { fault: 'pieces'; bytes?: number | undefined; ms?: number | undefined }
  /** Silence of so many milliseconds, with a comment now and then when `comments` is set. */
  | {
      fault: 'gap';
      ms: number;
      comments?: boolean | undefined;
      afterEvents?: number | undefined;
    };

/** How hosts report an error inside a stream: AI/ML API, OpenRouter, vLLM. */
export type ErrorShape = 'aimlapi' | 'openrouter' | 'vllm';

/** The name of a fault. */
export type FaultName = Fault['fault'];

/** What a parameter of a fault may be. */
export type ParameterKind = 'count' | 'milliseconds' | 'status' | 'flag' | 'text' | 'shape';

/**
 * The faults and their parameters. The first parameter is the one that a header gives right behind the name:
 * `status=503`.
 */
export const FAULTS: Readonly<Record<FaultName, Readonly<Record<string, ParameterKind>>>> = {
  status: { status: 'status', retryAfter: 'text', message: 'text' },
  delay: { ms: 'milliseconds' },
  hang: {},
  drop: { afterEvents: 'count' },
  'cut-line': { afterEvents: 'count' },
  'cut-character': { afterEvents: 'count' },
  truncate: { afterEvents: 'count' },
  'error-event': { shape: 'shape', done: 'flag', afterEvents: 'count' },
  'no-finish': {},
  'no-usage': {},
  'no-done': {},
  'repeat-finish': {},
  'role-only': {},
  html: { status: 'status' },
  empty: {},
  'content-type': { type: 'text' },
  comments: {},
  crlf: {},
  cr: {},
  bom: {},
  pieces: { bytes: 'count', ms: 'milliseconds' },
  gap: { ms: 'milliseconds', comments: 'flag', afterEvents: 'count' },
};

/** Parameters without which a fault makes no sense. */
export const REQUIRED: Readonly<Partial<Record<FaultName, string>>> = {
  status: 'status',
  delay: 'ms',
  'content-type': 'type',
  gap: 'ms',
};
