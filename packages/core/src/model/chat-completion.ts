import type { CompletionNotes, ToolCallNotes, WireValue } from './notes.ts';
import type { RequestFacts } from './request-facts.ts';
import type { components } from './wire.generated.ts';

/** One whole answer of the model, as the API returns it. */
export type ChatCompletion = components['schemas']['ChatCompletion'] &
  CompletionNotes & {
    /**
     * What the call was: the host's id, the cost, attempts, timings. Present on every answer that a call
     * resolves with; not enumerable, so that it is neither sent nor stored by accident.
     */
    readonly _request?: RequestFacts | undefined;
    /**
     * The answers that `parse()` sent back before this one because they did not fit, the earliest first, each
     * with its own `usage` and `_request`; absent when there was none. Not enumerable.
     */
    readonly _rejected?: readonly ChatCompletion[] | undefined;
  };

/** One of the alternatives of a {@link ChatCompletion}; this API returns one. */
export type ChatCompletionChoice = components['schemas']['ChatCompletionChoice'];

/** What the assistant said, with its reasoning and its tool calls apart from the text. */
export type ChatCompletionMessage = components['schemas']['ChatCompletionMessage'];

/** A call of a tool that the model asks for. */
export type ChatCompletionMessageToolCall = components['schemas']['ChatCompletionMessageToolCall'] &
  ToolCallNotes;

/** Log probabilities of the tokens of an answer. */
export type ChatCompletionLogprobs = components['schemas']['ChatCompletionLogprobs'];

/** How many tokens a call took. */
export type CompletionUsage = components['schemas']['CompletionUsage'];

/** What a call cost, as the hosted API reports it. */
export type CompletionMeta = components['schemas']['CompletionMeta'];

/** One event of a streamed answer. */
export type ChatCompletionChunk = components['schemas']['ChatCompletionChunk'] & WireValue;

/** One alternative within a {@link ChatCompletionChunk}. */
export type ChatCompletionChunkChoice = components['schemas']['ChatCompletionChunkChoice'];

/** What a {@link ChatCompletionChunk} adds to the message. */
export type ChatCompletionChunkDelta = components['schemas']['ChatCompletionChunkDelta'];

/** What a {@link ChatCompletionChunk} adds to one tool call. */
export type ChatCompletionChunkToolCall = components['schemas']['ChatCompletionChunkToolCall'];
