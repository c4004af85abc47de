import type { components } from './wire.generated.ts';

type Schemas = components['schemas'];

/** One whole answer of the model, as the API returns it. */
export type ChatCompletion = Schemas['ChatCompletion'];

/** One of the alternatives of a {@link ChatCompletion}; this API returns one. */
export type ChatCompletionChoice = Schemas['ChatCompletionChoice'];

/** What the assistant said, with its reasoning and its tool calls apart from the text. */
export type ChatCompletionMessage = Schemas['ChatCompletionMessage'];

/** A call of a tool that the model asks for. */
export type ChatCompletionMessageToolCall = Schemas['ChatCompletionMessageToolCall'];

/** Log probabilities of the tokens of an answer. */
export type ChatCompletionLogprobs = Schemas['ChatCompletionLogprobs'];

/** How many tokens a call took. */
export type CompletionUsage = Schemas['CompletionUsage'];

/** What a call cost, as the hosted API reports it. */
export type CompletionMeta = Schemas['CompletionMeta'];

/** One event of a streamed answer. */
export type ChatCompletionChunk = Schemas['ChatCompletionChunk'];

/** One alternative within a {@link ChatCompletionChunk}. */
export type ChatCompletionChunkChoice = Schemas['ChatCompletionChunkChoice'];

/** What a {@link ChatCompletionChunk} adds to the message. */
export type ChatCompletionChunkDelta = Schemas['ChatCompletionChunkDelta'];

/** What a {@link ChatCompletionChunk} adds to one tool call. */
export type ChatCompletionChunkToolCall = Schemas['ChatCompletionChunkToolCall'];
