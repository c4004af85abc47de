import type { ChatCompletion } from '@hermes4/core';
import {
  type Attributes,
  type Context,
  context as contexts,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { systemClock } from '../clock.ts';
import { answerAttributes } from './answer-attributes.ts';
import { callAttributes, parameterAttributes } from './call-attributes.ts';
import type { EarlyEnd } from './describe-end.ts';
import type { Measurements } from './measurements.ts';
import { questionAttributes, wordsAttributes } from './messages.ts';
import type { OtelOptions } from './otel-options.ts';
import type { AskedChat } from './read-chat.ts';

/** A call that has a span. */
export interface TracedCall {
  /** What happens on behalf of the call happens in it. */
  readonly context: Context;
  /** The first of the answer has come; of whole answers that says nothing. */
  firstChunk(): void;
  /**
   * The call has ended; what is said later is ignored.
   *
   * @param early Why, when the answer has not come to its own end.
   * @param completion What has come of the answer.
   */
  end(early: EarlyEnd | undefined, completion?: ChatCompletion): void;
}

/** Begins a span, beneath the one that is active. */
export function traceCall(
  url: URL,
  chat: AskedChat,
  options: OtelOptions,
  measurements: Measurements,
): TracedCall {
  const { captureContent = false, clock = systemClock } = options;
  const startedAt = clock.now();
  const attributes = callAttributes(url, chat.model, options.provider);
  const span = startSpan(chat, attributes, options);
  const context = trace.setSpan(contexts.active(), span);
  let hasEnded = false;

  return { context, firstChunk, end };

  function firstChunk(): void {
    if (!chat.isStream) return;
    const seconds = elapsed();
    span.setAttribute('gen_ai.response.time_to_first_chunk', seconds);
    measurements.firstChunk(seconds, attributes, context);
  }

  function end(early: EarlyEnd | undefined, completion?: ChatCompletion): void {
    if (hasEnded) return;
    hasEnded = true;
    const told = completion ? answerAttributes(completion) : {};
    span.setAttributes(told);
    if (captureContent && completion) span.setAttributes(wordsAttributes(completion));
    if (early) span.setAttribute('error.type', early.type);
    if (early?.isFailure) span.setStatus({ ...early.status, code: SpanStatusCode.ERROR });
    span.end();
    measure(told, early);
  }

  function measure(told: Attributes, early: EarlyEnd | undefined): void {
    const answered = { ...attributes, ...pick(told, 'gen_ai.response.model') };
    const ended = { ...answered, ...(early && { 'error.type': early.type }) };
    measurements.duration(elapsed(), ended, context);
    for (const type of ['input', 'output']) {
      const count = told[`gen_ai.usage.${type}_tokens`];
      if (typeof count !== 'number') continue;
      measurements.tokens(count, { ...answered, 'gen_ai.token.type': type }, context);
    }
  }

  function elapsed(): number {
    return (clock.now() - startedAt) / 1_000;
  }
}

function startSpan(
  chat: AskedChat,
  attributes: Attributes,
  { tracerProvider = trace, captureContent = false }: OtelOptions,
): Span {
  return tracerProvider.getTracer('@hermes4/node').startSpan(`chat ${chat.model}`, {
    kind: SpanKind.CLIENT,
    attributes: {
      ...attributes,
      ...parameterAttributes(chat.body),
      ...(captureContent && questionAttributes(chat)),
    },
  });
}

function pick(attributes: Attributes, name: string): Attributes {
  const value = attributes[name];
  return value === undefined ? {} : { [name]: value };
}
