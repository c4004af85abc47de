/**
 * What went wrong, as a name that never changes.
 *
 * | code | when |
 * |---|---|
 * | `invalid_options` | an option of the client or of the call cannot be used |
 * | `missing_api_key` | no key was given or found, and the host needs one |
 * | `invalid_request` | the request breaks the API document (found here, or status 400, 409, 413, 415, 422) |
 * | `invalid_output` | what the model wrote does not fit the schema that was asked for |
 * | `unauthorized` | status 401, or 402 with an offer to pay without an account: the key is missing, wrong or disabled |
 * | `out_of_credits` | status 402, or 403 that speaks of funds or credits |
 * | `forbidden` | status 403 for another reason: scope, verification, moderation |
 * | `model_not_found` | the host does not serve this model, under this name or any more |
 * | `not_found` | status 404 or 405 for another reason: the path or its method is unknown, or no provider fits |
 * | `rate_limited` | status 429: too much at once |
 * | `quota_exhausted` | status 429 that speaks of a quota: waiting a moment does not help, so it is not tried again |
 * | `overloaded` | status 408, 425, 502, 503, 504, 524 or 529: the host or the model behind it is busy or away |
 * | `server_error` | any other status of 500 and above, or an error inside a stream that fits nothing else |
 * | `connection_failed` | no answer arrived at all |
 * | `timed_out` | one of the clocks of `timeout` ran out; the message says which |
 * | `stream_interrupted` | the answer stopped before its end; `partial` holds what had arrived |
 * | `thinking_exhausted` | the token limit was used up by thinking and no answer was begun; `partial` holds the thoughts |
 * | `budget_exceeded` | the call's budget is spent; `partial` holds what had arrived, if it was spent underway |
 * | `too_many_turns` | `runTools()` reached its limit on turns while the model still called tools |
 * | `unexpected_response` | the host answered something that is not a chat completion, such as HTML |
 * | `response_too_large` | one event of the stream, or a JSON answer, passed the size limit |
 */
export type ErrorCode =
  | 'invalid_options'
  | 'missing_api_key'
  | 'invalid_request'
  | 'invalid_output'
  | 'unauthorized'
  | 'out_of_credits'
  | 'forbidden'
  | 'model_not_found'
  | 'not_found'
  | 'rate_limited'
  | 'quota_exhausted'
  | 'overloaded'
  | 'server_error'
  | 'connection_failed'
  | 'timed_out'
  | 'stream_interrupted'
  | 'thinking_exhausted'
  | 'budget_exceeded'
  | 'too_many_turns'
  | 'unexpected_response'
  | 'response_too_large';
