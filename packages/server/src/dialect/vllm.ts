import type { Refusal } from '../refusal.ts';
import { usageChunk } from './aimlapi.ts';
import type { Dialect } from './dialect.ts';
import { renameReasoning } from './rename-reasoning.ts';

/** vLLM's form, with a reasoning and a tool parser running: `reasoning`, usage on request, no cost. */
export const vllm: Dialect = {
  name: 'vllm',
  headers: () => ({}),
  whole: (completion) => ({
    ...completion,
    service_tier: null,
    choices: completion.choices.map(({ message, ...choice }) => ({
      ...choice,
      stop_reason: null,
      token_ids: null,
      message: {
        ...renameReasoning(message, 'reasoning', null),
        annotations: null,
        audio: null,
        function_call: null,
        tool_calls: message.tool_calls ?? [],
      },
    })),
    prompt_logprobs: null,
    kv_transfer_params: null,
  }),
  stream: (envelope) => ({
    chunk: (chunk) => [
      {
        ...chunk,
        choices: chunk.choices.map(({ delta, ...choice }) => ({
          ...choice,
          delta: renameReasoning(delta ?? {}, 'reasoning'),
          ...(choice.finish_reason && { stop_reason: null }),
          token_ids: null,
        })),
      },
    ],
    end: (bill) => usageChunk(envelope, bill),
    error: (refusal) => [errorOf(refusal)],
  }),
  refusal: errorOf,
};

/** Its words for statuses. */
const TYPES: Readonly<Record<number, string>> = {
  400: 'BadRequestError',
  401: 'AuthenticationError',
  403: 'PermissionDeniedError',
  404: 'NotFoundError',
  429: 'RateLimitError',
  503: 'ServiceUnavailableError',
};

function errorOf({ message, status }: Refusal): object {
  const type = TYPES[status] ?? (status < 500 ? 'BadRequestError' : 'InternalServerError');
  return { error: { message, type, param: null, code: status } };
}
