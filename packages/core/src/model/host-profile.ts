/** A host that the toolkit knows by name. */
export type HostName = 'aimlapi' | 'openrouter' | 'nous' | 'nebius' | 'chutes' | 'vllm' | 'local';

/** What a host understands, as data: the only place where hosts differ. */
export interface HostProfile {
  /** How messages speak of the host. */
  readonly name: string;
  /** Where its API begins, version included. */
  readonly baseURL: string;
  /** The environment variable that usually holds its key; absent when it needs none. */
  readonly apiKeyEnv?: string | undefined;
  /** What the host calls the model. */
  readonly model: string;
  /**
   * How thinking is switched on: a `reasoning` parameter, an argument of the chat template, or the system
   * prompt that the model was trained on, which every host understands.
   */
  readonly reasoning: 'parameter' | 'template' | 'prompt';
  /**
   * Whether the host's template ends the prompt with `<think>` when thinking is asked for: the answer then
   * begins inside, and streams as reasoning from its first character, with no tag to say so.
   *
   * @defaultValue `false`
   */
  readonly opensThinking?: boolean | undefined;
  /** Whether the host takes `tools` itself, or has to be told of them in the prompt. */
  readonly tools: 'native' | 'prompt';
  /** The strongest way in which the host holds an answer to a JSON Schema. */
  readonly schemas: 'json_schema' | 'json_object' | 'prompt';
  /** The one name by which the host knows the token limit, where it does not know both. */
  readonly tokenLimit?: 'max_tokens' | 'max_completion_tokens' | undefined;
  /** Parameters that the host takes beyond the API document's. */
  readonly extraParameters?: readonly string[] | undefined;
}
