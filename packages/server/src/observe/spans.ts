import type { CallRecord } from '../call.ts';

/** The part of `@opentelemetry/api`'s `Tracer` that is used here; hand in `trace.getTracer('…')`. */
export interface SpanTracer {
  /** Begins the span of a call that has already ended, which is why its start is told. */
  startSpan(name: string, options: SpanOptions): SpanLike;
}

/** How a span begins. */
export interface SpanOptions {
  /** 1 is `SpanKind.SERVER`. */
  readonly kind: 1;
  /** Milliseconds since 1970. */
  readonly startTime: number;
  /** What became of the call, by the names of the semantic conventions; nothing that anybody said. */
  readonly attributes: Readonly<Record<string, SpanValue>>;
}

/** The part of `@opentelemetry/api`'s `Span` that is used here. */
export interface SpanLike {
  /** 2 is `SpanStatusCode.ERROR`. */
  setStatus(status: { readonly code: 2; readonly message: string }): unknown;
  /** Ends the span at a moment, in milliseconds since 1970. */
  end(endTime: number): void;
}

/** What an attribute may be. */
export type SpanValue = string | number | boolean | string[];

/**
 * Tells a tracer of a call that has ended, by the semantic conventions for generative AI
 * (https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-spans/). Nothing of the conversation is told.
 */
export function traceCall(tracer: SpanTracer, record: CallRecord): void {
  const { model, startedAt, durationMs, status, end } = record;
  const span = tracer.startSpan(`chat ${model ?? ''}`.trim(), {
    kind: 1,
    startTime: startedAt,
    attributes: attributesOf(record),
  });
  if (end !== 'complete') span.setStatus({ code: 2, message: `${end}, status ${status}` });
  span.end(startedAt + durationMs);
}

function attributesOf(record: CallRecord): Record<string, SpanValue> {
  const { id, model, engine, usage, finishReason, status, end, firstContentMs } = record;
  return {
    'gen_ai.operation.name': 'chat',
    'gen_ai.provider.name': 'hermes4',
    'gen_ai.response.id': id,
    'hermes4.engine': engine,
    'http.request.method': record.method,
    'url.path': record.path,
    'http.response.status_code': status,
    ...(model !== undefined && { 'gen_ai.request.model': model, 'gen_ai.response.model': model }),
    ...(usage && {
      'gen_ai.usage.input_tokens': usage.prompt_tokens,
      'gen_ai.usage.output_tokens': usage.completion_tokens,
    }),
    ...(finishReason !== undefined && { 'gen_ai.response.finish_reasons': [finishReason] }),
    ...(firstContentMs !== undefined && { 'hermes4.time_to_first_content_ms': firstContentMs }),
    ...(end !== 'complete' && { 'error.type': end === 'refused' ? String(status) : end }),
  };
}
