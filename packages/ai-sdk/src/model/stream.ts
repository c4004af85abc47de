import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type {
  ChatCompletion,
  ChatStream,
  ChatStreamPart,
  HermesOptions,
  Warning,
} from '@hermes4/core';
import { asCallError } from '../answer/api-call-error.ts';
import { finishReasonOf } from '../answer/finish-reason.ts';
import { metadataOf, responseMetadataOf } from '../answer/metadata.ts';
import { createPartWriter } from '../answer/part-writer.ts';
import type { FinishPart, Part, Streamed } from '../answer/parts.ts';
import { usageOf } from '../answer/usage.ts';
import type { ModelFacts } from '../request/call-params.ts';
import { answerIn, type OpenCall, openCall } from './open-call.ts';

/**
 * Asks for a streamed answer, and resolves when it has begun: what fails before rejects, so that the SDK
 * can try again while nobody has seen anything.
 */
export async function stream(
  options: LanguageModelV4CallOptions,
  facts: ModelFacts,
  client: HermesOptions,
): Promise<Streamed> {
  const call = openCall(options, facts, client);
  const { exchange } = call.tap;
  const answer = openStream(call);
  const parts = answer[Symbol.asyncIterator]();
  try {
    const first = await parts.next();
    return {
      stream: partStream(call, answer, parts, first),
      request: { body: exchange.requestBody },
      ...(exchange.responseHeaders && { response: { headers: exchange.responseHeaders } }),
    };
  } catch (error) {
    throw asCallError(error, exchange);
  }
}

function openStream({ completions, params, form, request }: OpenCall): ChatStream {
  const { stream: _, ...rest } = params;
  if (form.kind === 'schema') {
    return completions.stream({ ...rest, response_format: form.format }, request);
  }
  const response_format = form.kind === 'json' ? form.format : undefined;
  return completions.stream({ ...params, response_format }, request);
}

type Next = IteratorResult<ChatStreamPart, unknown>;

/** Reads as its reader reads: nothing is taken from the network before it is asked for. */
function partStream(
  call: OpenCall,
  answer: ChatStream,
  parts: AsyncIterator<ChatStreamPart>,
  first: Next,
): ReadableStream<Part> {
  const writer = createPartWriter(call.form.kind !== 'text');
  const noticed: Warning[] = [];
  let next: Next | undefined = first;

  return new ReadableStream<Part>({
    start(controller) {
      controller.enqueue({ type: 'stream-start', warnings: [...call.warnings] });
      controller.enqueue({ type: 'response-metadata', ...responseMetadataOf(answer.snapshot()) });
    },
    async pull(controller) {
      try {
        while (!(await step(controller)));
      } catch (error) {
        fail(error, controller);
      }
    },
    cancel: (reason) => answer.abort(reason),
  });

  /** Tells whether it gave the reader anything: not every part of the client's is one of the SDK's. */
  async function step(controller: ReadableStreamDefaultController<Part>): Promise<boolean> {
    const { done, value }: Next = next ?? ((await parts.next()) as Next);
    next = undefined;
    const given: Part[] = call.tap.takeRaw().map((rawValue) => ({ type: 'raw', rawValue }));
    if (!done) {
      if (value.type === 'warning') noticed.push(value.warning);
      given.push(...writer.add(value));
    } else given.push(...writer.end(), finish(await whole(answer), noticed));
    for (const part of given) controller.enqueue(part);
    if (done) controller.close();
    return given.length > 0;
  }

  function fail(error: unknown, controller: ReadableStreamDefaultController<Part>): void {
    const told = asCallError(error, call.tap.exchange);
    // The caller's own reason for a stop.
    if (told === error) {
      controller.error(error);
      return;
    }
    for (const part of writer.breakOff()) controller.enqueue(part);
    controller.enqueue({ type: 'error', error: told });
    const finished = finish(answer.snapshot(), noticed);
    controller.enqueue({ ...finished, finishReason: { unified: 'error', raw: undefined } });
    controller.close();
  }
}

async function whole(answer: ChatStream): Promise<ChatCompletion> {
  return answer.finalCompletion().catch(answerIn);
}

function finish(completion: ChatCompletion | undefined, noticed: readonly Warning[]): FinishPart {
  return {
    type: 'finish',
    finishReason: finishReasonOf(completion?.choices[0]?.finish_reason),
    usage: usageOf(completion?.usage),
    providerMetadata: metadataOf(completion, noticed),
  };
}
