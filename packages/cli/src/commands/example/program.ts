import type { ChatCompletionCreateParams } from '@hermes4/node';
import type { Target } from '../../target.ts';

/** A call that a program is to make. */
export interface Program {
  /** As the client takes it. */
  readonly params: ChatCompletionCreateParams;
  /** As it travels. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly target: Target;
  /** Whether the answer is printed while it arrives. */
  readonly isStreamed: boolean;
}

/** The environment variable that may hold another address; it stands beside the key's. */
export function addressVariable({ apiKeyEnv }: Target): string | undefined {
  return apiKeyEnv?.replace(/API_KEY$/, 'BASE_URL');
}
