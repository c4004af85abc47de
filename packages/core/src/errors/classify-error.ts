import type { ErrorCode } from './error-code.ts';

/** What a host said of a failure: in an answer's status, in its body, or inside a stream. */
export interface HostFailure {
  /** The HTTP status, or the number that stands in its place inside a stream. */
  readonly status?: number | undefined;
  /** The host's own word for it, such as `insufficient_quota`. */
  readonly word?: string | undefined;
  /** The host's own sentence. */
  readonly message: string;
}

/** Rules that read words, first match wins; the status they hold for comes first. */
const BY_WORDS: readonly (readonly [RegExp, RegExp, ErrorCode])[] = [
  // The hosted API says 403 for an empty account and for a key out of scope; only its words tell.
  [/^403/, /credit|fund|billing(?!\/verification)/i, 'out_of_credits'],
  [/^429/, /quota|free[- ](?:tier|limit|models)|per[- ]day/i, 'quota_exhausted'],
  [
    /^40[04]/,
    /model.*(?:not (?:found|exist|a valid)|not_found|deprecated)|not a valid model|endpoints found for/is,
    'model_not_found',
  ],
  // The one 500 of the hosted API that is the caller's own mistake.
  [/^500/, /coupon/i, 'invalid_request'],
];

/** What hosts write instead of a status inside a stream. */
const STATUS_BY_WORD: readonly (readonly [RegExp, number])[] = [
  [/rate_?limit|quota|too_many/i, 429],
  [/overload|unavailable|timeout|capacity/i, 503],
  [/auth/i, 401],
  [/credit|payment|billing/i, 402],
  [/permission|forbidden|moderation/i, 403],
  [/not_?found/i, 404],
  [/invalid|bad_?request|context_length/i, 400],
];

const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  401: 'unauthorized',
  402: 'out_of_credits',
  403: 'forbidden',
  404: 'not_found',
  405: 'not_found',
  408: 'overloaded',
  425: 'overloaded',
  429: 'rate_limited',
  502: 'overloaded',
  503: 'overloaded',
  504: 'overloaded',
  524: 'overloaded',
  529: 'overloaded',
};

/**
 * Names a failure by its status, and by its words where the status alone means several things. Without
 * either, it is a `server_error`.
 */
export function classifyError({ status, word = '', message }: HostFailure): ErrorCode {
  const number = status ?? STATUS_BY_WORD.find(([words]) => words.test(word))?.[1] ?? 500;
  const said = `${word} ${message}`;
  const rule = BY_WORDS.find(([of, words]) => of.test(`${number}`) && words.test(said));
  return rule?.[2] ?? BY_STATUS[number] ?? (number >= 500 ? 'server_error' : 'invalid_request');
}

/** Reads the `code` of an error inside an answer: a status as a number or a text, or else a word. */
export function readErrorCode(code: unknown): Pick<HostFailure, 'status' | 'word'> {
  const status = Number(code);
  if (Number.isInteger(status) && status >= 400 && status < 600) return { status };
  return typeof code === 'string' ? { word: code } : {};
}
