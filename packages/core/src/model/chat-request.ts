import type { ChatCompletionMessage } from './chat-completion.ts';
import type { components } from './wire.generated.ts';

/** What a caller may give: `null`, like `undefined`, leaves a property out. */
type Given<Params> = { [Name in keyof Params]?: Params[Name] | null | undefined };

/** A model id that a host is known to serve, or any other. */
export type ChatModel =
  | components['schemas']['ChatCompletionCreateParams']['model']
  | (string & {});

/** The request's body exactly as it travels. */
export type WireChatRequest = Omit<components['schemas']['ChatCompletionCreateParams'], 'model'> & {
  model: string;
};

/** One message of the conversation. */
export type ChatCompletionMessageParam = components['schemas']['ChatCompletionMessageParam'];

/** What the model is told of a function that it may call. */
export interface FunctionDefinition
  extends Omit<components['schemas']['FunctionDefinition'], 'parameters'> {
  /** The arguments as a JSON Schema of an object. @defaultValue a function without arguments */
  parameters?: Record<string, unknown> | undefined;
}

/** A tool that the model may call. */
export interface ChatCompletionTool {
  /** Marks a function, the only kind of tool. */
  type: 'function';
  /** What the model is told of it. */
  function: FunctionDefinition;
}

/** What a stream carries besides the answer. */
export interface ChatCompletionStreamOptions {
  /** Whether a last chunk tells the usage. @defaultValue `true` */
  include_usage?: boolean | undefined;
}

/** Which tool the model may, must or must not call. */
export type ChatCompletionToolChoiceOption =
  components['schemas']['ChatCompletionToolChoiceOption'];

/** The form that the answer's text must have. */
export type ResponseFormat = components['schemas']['ResponseFormat'];

/**
 * A message as a caller may give it: as the API takes it, or as an earlier answer brought it. Of the
 * latter, what the API would refuse or not understand (reasoning, annotations, nulls) is left out when
 * it is sent.
 */
export type ChatCompletionMessageInput =
  | ChatCompletionMessageParam
  | ChatCompletionMessage
  | AssistantMessageInput;

/** An assistant's turn in which `null` stands for what was not said. */
export interface AssistantMessageInput
  extends Given<Omit<components['schemas']['ChatCompletionAssistantMessageParam'], 'role'>> {
  /** Marks the model's own turns. */
  role: 'assistant';
}

/** How the model may think before it answers. */
export interface ReasoningOptions {
  /** Whether it thinks at all. @defaultValue `true` */
  enabled?: boolean | undefined;
  /** The most tokens it may think with, on hosts that have such a limit; elsewhere a warning says so. */
  max_tokens?: number | undefined;
  /**
   * Leaves the reasoning out of the answer: the host does, or the client where the host cannot, and the
   * host's own value stays in `_wire`. The model thinks, and is paid for it, all the same.
   */
  exclude?: boolean | undefined;
  /**
   * Sends the reasoning of earlier answers again. The model's own template drops it.
   *
   * @defaultValue `false`
   */
  keep?: boolean | undefined;
}

/** A request with everything filled in, before it is said in the words of one host. */
export type CompleteChatRequest = WireChatRequest & {
  reasoning?: boolean | ReasoningOptions | undefined;
};

/** What `create()` and `stream()` take: the API's own parameters, with `model` filled in. */
export interface ChatCompletionCreateParams
  extends Given<
    Omit<WireChatRequest, 'model' | 'messages' | 'stream' | 'stream_options' | 'tools'>
  > {
  /** The functions that the model may call. */
  tools?: readonly ChatCompletionTool[] | null | undefined;
  /** What a stream carries besides the answer. */
  stream_options?: ChatCompletionStreamOptions | null | undefined;
  /** The conversation so far; `messages.push(completion.choices[0].message)` continues it. */
  messages: readonly ChatCompletionMessageInput[];
  /** @defaultValue `nousresearch/hermes-4-405b`, or the client's own default */
  model?: ChatModel | undefined;
  /**
   * Makes the model think before it answers: sent as the parameter, template argument or system prompt
   * that the host understands. Set a token limit with it; thinking counts.
   *
   * @defaultValue the host's own, which is not to think
   */
  reasoning?: boolean | ReasoningOptions | undefined;
  /** Whether the answer arrives in pieces. `stream()` sets it for you. @defaultValue `false` */
  stream?: boolean | null | undefined;
}

/** Parameters of a call that is answered in one piece. */
export interface ChatCompletionCreateParamsNonStreaming extends ChatCompletionCreateParams {
  /** @defaultValue `false` */
  stream?: false | null | undefined;
}

/** Parameters of a call that is answered in pieces. */
export interface ChatCompletionCreateParamsStreaming extends ChatCompletionCreateParams {
  /** Asks for the answer in pieces. */
  stream: true;
}
