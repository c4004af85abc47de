import { expect, test } from 'vitest';
import { classifyError, readErrorCode } from './classify-error.ts';
import type { ErrorCode } from './error-code.ts';

test.each<[number, string, ErrorCode]>([
  [400, 'Body validation error!', 'invalid_request'],
  [400, 'xyz/abc is not a valid model ID', 'model_not_found'],
  [401, 'This request requires a valid API key.', 'unauthorized'],
  [402, 'Insufficient credits', 'out_of_credits'],
  [403, "You've run out of funds.", 'out_of_credits'],
  [403, "You've run out of credits. https://aimlapi.com/app/billing/", 'out_of_credits'],
  [403, 'Verify at https://aimlapi.com/app/billing/verification', 'forbidden'],
  [403, 'Key is not allowed to use this model', 'forbidden'],
  [404, 'The model `x` does not exist.', 'model_not_found'],
  [404, 'model "x" not found, try pulling it first', 'model_not_found'],
  [404, 'No endpoints found for nousresearch/hermes-9.', 'model_not_found'],
  [404, 'No endpoints found that support tool use.', 'not_found'],
  [404, 'Cannot POST /chat', 'not_found'],
  [408, '', 'overloaded'],
  [409, '', 'invalid_request'],
  [413, '', 'invalid_request'],
  [425, '', 'overloaded'],
  [429, 'Too Many Requests', 'rate_limited'],
  [429, 'You exceeded your current quota', 'quota_exhausted'],
  [429, "Free-tier limit: You've reached your free limit for the hour", 'quota_exhausted'],
  [429, 'Rate limit exceeded: free-models-per-day', 'quota_exhausted'],
  [500, 'Internal server error', 'server_error'],
  [500, 'Coupon code not found', 'invalid_request'],
  [503, 'Service unavailable', 'overloaded'],
  [504, 'Generation timeout', 'overloaded'],
  [529, '', 'overloaded'],
])('%i %s', (status, message, code) => {
  expect(classifyError({ status, message })).toBe(code);
});

test.each<[unknown, ErrorCode]>([
  [502, 'overloaded'],
  ['429', 'rate_limited'],
  ['rate_limit_exceeded', 'rate_limited'],
  ['insufficient_quota', 'quota_exhausted'],
  ['server_error', 'server_error'],
  ['overloaded_error', 'overloaded'],
  ['context_length_exceeded', 'invalid_request'],
  ['invalid_request_error', 'invalid_request'],
  ['authentication_error', 'unauthorized'],
  ['something new', 'server_error'],
  [7, 'server_error'],
  [null, 'server_error'],
])('the code %s inside a stream', (code, expected) => {
  expect(classifyError({ ...readErrorCode(code), message: 'Provider returned error' })).toBe(
    expected,
  );
});
