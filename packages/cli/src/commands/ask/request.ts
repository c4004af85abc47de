import type { ChatCompletionCreateParams, JsonSchemaFormat } from '@hermes4/node';

/** What is asked, as the client takes it. */
export interface Request {
  readonly params: Omit<ChatCompletionCreateParams, 'response_format' | 'stream'>;
  /** The form that the answer has to have, if one was given. */
  /** What this goes on from, as history has it. */
  readonly parent?: number | undefined;
  readonly format: JsonSchemaFormat | undefined;
}
