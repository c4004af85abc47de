import { nestedError, usageChunk } from './aimlapi.ts';
import type { Dialect } from './dialect.ts';

/** Nebius Token Factory's form: the normal fields, usage on request, no cost, errors as a `detail`. */
export const nebius: Dialect = {
  name: 'nebius',
  headers: () => ({}),
  whole: (completion) => ({ ...completion, service_tier: null, prompt_logprobs: null }),
  stream: (envelope) => ({
    chunk: (chunk) => [chunk],
    end: (bill) => usageChunk(envelope, bill),
    error: nestedError,
  }),
  refusal: ({ message }) => ({ detail: message }),
};
