import type { Runtime } from '@hermes4/core';
import type { MeterProvider, TracerProvider } from '@opentelemetry/api';

/** What is told of calls, and to whom. */
export interface OtelOptions {
  /**
   * Whether spans hold the conversation: messages, thoughts, tool calls and their results. It often names
   * people; documents are left out in any case.
   *
   * @defaultValue `false`
   */
  captureContent?: boolean | undefined;
  /**
   * Who answers, as `gen_ai.provider.name`.
   *
   * @defaultValue the toolkit's name of the host whose address it is, such as `openrouter`; else the host's
   *   name in the address
   */
  provider?: string | undefined;
  /** Who makes the spans. @defaultValue the global one */
  tracerProvider?: TracerProvider | undefined;
  /** Who takes the measurements. @defaultValue the global one */
  meterProvider?: MeterProvider | undefined;
  /** What measures durations, in milliseconds. @defaultValue the machine's own */
  clock?: Pick<Runtime, 'now'> | undefined;
}
