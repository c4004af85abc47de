/**
 * What went wrong, as a name that never changes.
 *
 * | code | when |
 * |---|---|
 * | `invalid_options` | an option of the client or of the call cannot be used |
 * | `missing_api_key` | no key was given or found, and the host needs one |
 * | `invalid_request` | the request breaks the API document (found here, or status 400, 413, 415, 422) |
 * | `unauthorized` | status 401: the key is missing, wrong or disabled |
 * | `out_of_credits` | status 402, or 403 that speaks of funds or credits |
 * | `forbidden` | status 403 for another reason: scope, verification, moderation |
 * | `not_found` | status 404 or 405: the model, the path or its method is unknown to the host |
 * | `rate_limited` | status 429 |
 * | `overloaded` | status 502, 503, 504, 524 or 529: the host or the model behind it is busy or away |
 * | `server_error` | any other status of 500 and above, or an error inside a stream |
 * | `connection_failed` | no answer arrived at all |
 * | `stream_interrupted` | the answer stopped before its end; `partial` holds what had arrived |
 * | `unexpected_response` | the host answered something that is not a chat completion, such as HTML |
 * | `response_too_large` | one event of the stream, or a JSON answer, passed the size limit |
 */
export type ErrorCode =
  | 'invalid_options'
  | 'missing_api_key'
  | 'invalid_request'
  | 'unauthorized'
  | 'out_of_credits'
  | 'forbidden'
  | 'not_found'
  | 'rate_limited'
  | 'overloaded'
  | 'server_error'
  | 'connection_failed'
  | 'stream_interrupted'
  | 'unexpected_response'
  | 'response_too_large';
