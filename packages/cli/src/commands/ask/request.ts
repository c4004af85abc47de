import type { ChatCompletionCreateParams, JsonSchemaFormat } from '@hermes4/node';

/** What is asked, as the client takes it. */
export interface Request {
  readonly params: Omit<ChatCompletionCreateParams, 'response_format' | 'stream'>;
  /** The form that the answer has to have, if one was given. */
  readonly format: JsonSchemaFormat | undefined;
}
