import type {
  ChatCompletionCreateParams,
  ChatCompletionMessageInput,
  JsonSchemaFormat,
} from '@hermes4/node';

/** What is asked, as the client takes it. */
export interface Request {
  readonly params: Omit<ChatCompletionCreateParams, 'response_format' | 'stream'>;
  /** The form that the answer has to have, if one was given. */
  readonly format: JsonSchemaFormat | undefined;
  /** How the model is to behave. */
  readonly system: string | undefined;
  /** What is asked now, without what was said before. */
  readonly question: ChatCompletionMessageInput;
  /** The exchange that this goes on from. */
  readonly parent: number | undefined;
}
