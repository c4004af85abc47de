import type { ChatCompletion, ChatCompletionChoice } from '@hermes4/core';
import type { Attributes } from '@opentelemetry/api';
import { known } from './known.ts';

/** What a span says of an answer, without its words. */
export function answerAttributes({ id, model, choices, usage }: ChatCompletion): Attributes {
  return known({
    'gen_ai.response.id': id,
    'gen_ai.response.model': model,
    'gen_ai.response.finish_reasons': choices.map(finishReason),
    'gen_ai.usage.input_tokens': usage?.prompt_tokens,
    'gen_ai.usage.output_tokens': usage?.completion_tokens,
    'gen_ai.usage.cache_read.input_tokens': usage?.prompt_tokens_details?.cached_tokens,
    'gen_ai.usage.reasoning.output_tokens': usage?.completion_tokens_details?.reasoning_tokens,
  });
}

/** Why an answer ended; one that was cut off has no reason yet, and the conventions call that an error. */
export function finishReason(choice: Partial<ChatCompletionChoice>): string {
  return choice.finish_reason ?? 'error';
}
