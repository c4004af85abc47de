/**
 * Something that goes wrong on purpose. Events are counted from 1; `afterEvents: 0` is before the first. An answer
 * that is no stream is one event, which is cut or truncated whatever `afterEvents` says.
 */
export type Fault =
  | {
      /** Another status, with the hosted API's body for it. */
      fault: 'status';
      /** From 200 to 599. */
      status: number;
      /** Sent as `Retry-After`, as it stands. @defaultValue none is sent */
      retryAfter?: string | undefined;
      /** What the body says. @defaultValue the hosted API's words for the status */
      message?: string | undefined;
    }
  | {
      /** The headers come later. */
      fault: 'delay';
      /** By so many milliseconds. */
      ms: number;
    }
  | {
      /** Nothing comes, until the caller leaves. */
      fault: 'hang';
    }
  | {
      /** The connection breaks. */
      fault: 'drop';
      /** How many events come before. @defaultValue not even the headers come */
      afterEvents?: number | undefined;
    }
  | {
      /** The connection breaks in the middle of an event's line. */
      fault: 'cut-line';
      /** How many whole events come before. @defaultValue 1 */
      afterEvents?: number | undefined;
    }
  | {
      /** The connection breaks inside a character of several bytes, where the answer has one, else in a line. */
      fault: 'cut-character';
      /** How many events come at least before. @defaultValue 1 */
      afterEvents?: number | undefined;
    }
  | {
      /** The answer ends in the middle of its JSON, as if it were whole. */
      fault: 'truncate';
      /** How many whole events come before. @defaultValue 1 */
      afterEvents?: number | undefined;
    }
  | {
      /** The stream reports an error and ends. */
      fault: 'error-event';
      /** The kind of host whose words it uses. @defaultValue `aimlapi` */
      shape?: ErrorShape | undefined;
      /** Whether `[DONE]` comes behind it. @defaultValue `false` */
      done?: boolean | undefined;
      /** How many events come before. @defaultValue 1 */
      afterEvents?: number | undefined;
    }
  | {
      /** No event says why the answer ended. */
      fault: 'no-finish';
    }
  | {
      /** Nothing says what the answer took. */
      fault: 'no-usage';
    }
  | {
      /** The stream ends without `[DONE]`. */
      fault: 'no-done';
    }
  | {
      /** The event with the finish reason comes twice, the second time without its `delta`. */
      fault: 'repeat-finish';
    }
  | {
      /** The stream ends properly and has said nothing but who speaks. */
      fault: 'role-only';
    }
  | {
      /** A web page instead of an answer, as broken gateways send it. */
      fault: 'html';
      /** Its status, from 200 to 599. @defaultValue 200 */
      status?: number | undefined;
    }
  | {
      /** A good status and no body. */
      fault: 'empty';
    }
  | {
      /** Another content type than the body's. */
      fault: 'content-type';
      /** The value of the header, as it stands. */
      type: string;
    }
  | {
      /** Comment lines between the events, as hosts send them to keep connections open. */
      fault: 'comments';
    }
  | {
      /** Lines end with CRLF instead of LF. */
      fault: 'crlf';
    }
  | {
      /** Lines end with CR instead of LF. */
      fault: 'cr';
    }
  | {
      /** The stream begins with a byte order mark. */
      fault: 'bom';
    }
  | {
      /** The bytes come in small pieces. */
      fault: 'pieces';
      /** The most bytes of a piece. @defaultValue 1 */
      bytes?: number | undefined;
      /** The pause before each piece, in milliseconds. @defaultValue 0 */
      ms?: number | undefined;
    }
  | {
      /** Silence. */
      fault: 'gap';
      /** How long, in milliseconds. */
      ms: number;
      /** Whether ten comments, evenly spread, break it. @defaultValue `false` */
      comments?: boolean | undefined;
      /** How many events come before. @defaultValue 1 */
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
