import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { expect, it } from 'vitest';
import { HELLO, post } from '../../test/calls.ts';
import { createLocalServer } from '../create-local-server.ts';

it('OpenTelemetry takes the spans of calls, the good and the refused', async () => {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const { fetch } = createLocalServer({ tracer: provider.getTracer('hermes4') });
  for (const body of [HELLO, { ...HELLO, top_p: 2 }]) await (await fetch(post(body))).text();
  await provider.forceFlush();
  expect(exporter.getFinishedSpans()).toMatchObject([
    {
      name: 'chat nousresearch/hermes-4-405b',
      kind: 1,
      status: { code: 0 },
      attributes: { 'gen_ai.operation.name': 'chat', 'gen_ai.response.finish_reasons': ['stop'] },
    },
    {
      name: 'chat',
      status: { code: 2, message: 'refused, status 400' },
      attributes: { 'http.response.status_code': 400, 'error.type': '400' },
    },
  ]);
});
