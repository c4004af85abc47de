import type { ChatCompletionChunk } from '../model/chat-completion.ts';
import type { ChatCompletionCreateParams } from '../model/chat-request.ts';
import type {
  ChatCompletionParseParams,
  ParsableFormat,
  ParsedOutput,
  PartialOutput,
} from '../model/parsed-completion.ts';
import type { ChatStream } from '../result/chat-stream.ts';
import type { Fold } from '../result/feed.ts';
import { loadPart } from './load-part.ts';
import type { JsonOfStream } from './read-json-stream.ts';
import type { ResolvedOptions } from './resolve-options.ts';

/** A streamed answer whose tool calls can be read while they grow. */
export interface ToolCallStream extends ChatStream {
  /**
   * The arguments of a tool call as far as they have arrived, not validated; `undefined` before their
   * beginning. The object is live: it grows with the answer.
   *
   * @param index Which call of the message, from 0, as in its `tool-call-delta` parts.
   */
  toolArguments(index: number): Readonly<Record<string, unknown>> | undefined;
}

/** A streamed answer that is a value of a schema. */
export interface ParsedChatStream<Format extends ParsableFormat> extends ToolCallStream {
  /**
   * The value as far as it has arrived, not validated; `undefined` before its beginning. Asking after each
   * part costs next to nothing, because the value is live: the same objects grow with the answer. Copy it
   * (`structuredClone`) to keep a moment. Text is there as far as it has arrived, numbers when they are
   * complete.
   */
  partial(): PartialOutput<Format> | undefined;
  /**
   * Resolves with the validated value once the whole answer has arrived. The model is not asked again: parts
   * of its answer are in use already.
   *
   * @throws HermesError `invalid_output` with the completion in `partial`; the signal's reason after an abort.
   */
  finalParsed(): Promise<ParsedOutput<Format>>;
}

/** Opens a stream: asks what is to be asked, and folds what arrives. */
export type OpenStream = (
  fold: Fold,
  request: () => Promise<ChatCompletionCreateParams>,
) => ChatStream;

/**
 * Streams an answer that may hold JSON: of a schema, or of tool calls. The code that reads it is loaded while
 * nothing has been sent, so that whoever streams text alone never downloads it.
 */
export function streamParsed(
  params: ChatCompletionCreateParams | ChatCompletionParseParams,
  client: ResolvedOptions,
  answer: Fold,
  open: OpenStream,
): ParsedChatStream<ParsableFormat> {
  let json: JsonOfStream | undefined;
  const add = (chunk: ChatCompletionChunk): void => {
    answer.add(chunk);
    json?.watch.add(chunk);
  };
  const stream = open({ ...answer, add }, request);
  return {
    ...stream,
    toolArguments: (index) =>
      json?.watch.toolArguments(index) as Record<string, unknown> | undefined,
    partial: () => json?.watch.content(),
    finalParsed: async () => {
      const completion = await stream.finalCompletion();
      return json?.parsed(completion);
    },
  };

  async function request(): Promise<ChatCompletionCreateParams> {
    const { readJsonStream } = await loadPart(import('./read-json-stream.ts'), 'schemas');
    json = readJsonStream(params, answer, await client.host(), client);
    return json.params;
  }
}
