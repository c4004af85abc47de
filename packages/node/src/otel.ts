/**
 * Hermes 4 for OpenTelemetry. Needs `@opentelemetry/api`, which the main entry does not.
 *
 * @module
 */
export { otelInterceptor } from './otel/otel-interceptor.ts';
export type { OtelOptions } from './otel/otel-options.ts';
