import type { Interceptor } from '@hermes4/core';
import { context } from '@opentelemetry/api';
import { describeEnd } from './describe-end.ts';
import { createMeasurements, type Measurements } from './measurements.ts';
import type { OtelOptions } from './otel-options.ts';
import { readChat } from './read-chat.ts';
import { tellOfAnswer } from './tell-of-answer.ts';
import { traceCall } from './traced-call.ts';
import { watchAnswer } from './watch-answer.ts';

/**
 * Makes an interceptor that tells OpenTelemetry of each chat call, by its conventions for generative AI: a
 * span `chat {model}` of kind `CLIENT` beneath the active one, around all attempts, until the answer has been
 * read; and the metrics `gen_ai.client.operation.duration`, `gen_ai.client.operation.time_to_first_chunk`
 * (streams only) and `gen_ai.client.token.usage`. Nothing said by either side is told unless
 * `captureContent` asks for it; keys never are.
 *
 * A call that fails has its HermesError's code as `error.type`, and the status `ERROR`. One that its caller
 * or the client stops in the middle has `AbortError` and no status. Each turn of `runTools()` is a call, and
 * so is a stream that broke before its first content and was asked for again. Other endpoints are not told of.
 *
 * The conventions are in development, and names may change with them: see
 * https://opentelemetry.io/docs/specs/semconv/gen-ai/.
 *
 * @example
 * ```ts
 * import { createHermes } from '@hermes4/node';
 * import { otelInterceptor } from '@hermes4/node/otel';
 *
 * const hermes = createHermes({ interceptors: [otelInterceptor()] });
 * ```
 */
export function otelInterceptor(options: OtelOptions = {}): Interceptor {
  // The global provider of metrics, unlike that of spans, has to be there when it is asked.
  let measurements: Measurements | undefined;

  return (next) => async (request) => {
    const chat = readChat(request);
    if (!chat) return next(request);
    measurements ??= createMeasurements(options.meterProvider);
    const call = traceCall(new URL(request.url), chat, options, measurements);
    try {
      const response = await context.with(call.context, next, undefined, request);
      const type = response.headers.get('content-type') ?? '';
      return tellOfAnswer(response, call, watchAnswer(chat, type));
    } catch (error) {
      call.end(describeEnd(error));
      throw error;
    }
  };
}
