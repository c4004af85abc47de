import type { EngineRequest, TokenEngine } from '@hermes4/server';

/** An engine that says what a test tells it to, word by word, and keeps what it was asked. */
export interface SayingEngine extends TokenEngine {
  /** The conversations that it was given, as roles and texts. */
  readonly asked: string[][];
  /** The same, as they came. */
  readonly requests: EngineRequest['request'][];
}

/** @param answers One for each call, the last one for every further call. */
export function createSayingEngine(...answers: readonly string[]): SayingEngine {
  const asked: string[][] = [];
  const requests: EngineRequest['request'][] = [];
  return {
    name: 'saying',
    fingerprint: 'saying-1',
    tokenCounts: 'exact',
    countTokens: (text) => text.split(/\s+/).length,
    asked,
    requests,
    *generate({ request }: EngineRequest) {
      const answer = answers[Math.min(asked.length, answers.length - 1)] ?? '';
      requests.push(request);
      asked.push(
        request.messages.map(({ role, content }) => `${role}: ${JSON.stringify(content)}`),
      );
      for (const text of answer.match(/\s*\S+|\s+$/g) ?? []) yield { text };
    },
  };
}
