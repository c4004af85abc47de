import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { ChatCompletion, HermesOptions } from '@hermes4/core';
import { asCallError } from '../answer/api-call-error.ts';
import { contentOf } from '../answer/content.ts';
import { finishReasonOf } from '../answer/finish-reason.ts';
import { metadataOf, responseMetadataOf } from '../answer/metadata.ts';
import type { Generated } from '../answer/parts.ts';
import { usageOf } from '../answer/usage.ts';
import { asWarning } from '../answer/warnings.ts';
import type { ModelFacts } from '../request/call-params.ts';
import { answerIn, type OpenCall, openCall } from './open-call.ts';

/** Asks for a whole answer. */
export async function generate(
  options: LanguageModelV4CallOptions,
  facts: ModelFacts,
  client: HermesOptions,
): Promise<Generated> {
  const call = openCall(options, facts, client);
  const { form, warnings, tap } = call;
  try {
    const completion = await ask(call).catch(answerIn);
    const noticed = completion._warnings ?? [];
    return {
      content: contentOf(completion, form.kind !== 'text'),
      finishReason: finishReasonOf(completion.choices[0]?.finish_reason),
      usage: usageOf(completion.usage),
      providerMetadata: metadataOf(completion, noticed),
      request: { body: tap.exchange.requestBody },
      response: {
        ...responseMetadataOf(completion),
        ...(tap.exchange.responseHeaders && { headers: tap.exchange.responseHeaders }),
        body: completion._wire ?? completion,
      },
      warnings: [...warnings, ...noticed.map(asWarning)],
    };
  } catch (error) {
    throw asCallError(error, tap.exchange);
  }
}

async function ask({ completions, params, form, request }: OpenCall): Promise<ChatCompletion> {
  if (form.kind !== 'schema') {
    const response_format = form.kind === 'json' ? form.format : undefined;
    return completions.create({ ...params, stream: false, response_format }, request);
  }
  const { stream: _, ...rest } = params;
  // An answer that does not fit is the SDK's to judge, and to repair.
  const options = { ...request, maxReasks: 0 };
  return completions.parse({ ...rest, response_format: form.format }, options);
}
