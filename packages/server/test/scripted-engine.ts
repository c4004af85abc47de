import type { EngineRequest, EngineToken, TokenEngine } from '../src/engine/engine.ts';

/** What a test writes for a token: its text, or all of it. */
export type Scripted = string | EngineToken;

/** An engine that says what a test wrote. Any prompt counts as seven tokens. */
export function scriptedEngine(
  generate: (request: EngineRequest) => Iterable<Scripted> | AsyncIterable<Scripted>,
  more: Partial<TokenEngine> = {},
): TokenEngine {
  return {
    name: 'scripted',
    fingerprint: 'scripted-1',
    tokenCounts: 'exact',
    countTokens: () => 7,
    generate: (request) => {
      const script = generate(request);
      return Symbol.iterator in script ? tokensOf(script) : tokensAwaited(script);
    },
    ...more,
  };
}

/** A text in pieces of so many characters, as an engine might write it. */
export function inPieces(text: string, length: number): string[] {
  return text.match(new RegExp(`[^]{1,${length}}`, 'gu')) ?? [];
}

function* tokensOf(script: Iterable<Scripted>): Generator<EngineToken> {
  for (const token of script) yield asToken(token);
}

async function* tokensAwaited(script: AsyncIterable<Scripted>): AsyncGenerator<EngineToken> {
  for await (const token of script) yield asToken(token);
}

function asToken(token: Scripted): EngineToken {
  return typeof token === 'string' ? { text: token } : token;
}

/** An engine that goes on until it is stopped, and tells how far it got and that it was closed. */
export function endlessEngine(token = 'on '): {
  engine: TokenEngine;
  made: () => number;
  closed: Promise<void>;
} {
  let count = 0;
  let close = (): void => undefined;
  const closed = new Promise<void>((resolve) => {
    close = resolve;
  });
  const engine = scriptedEngine(function* () {
    try {
      for (;;) {
        count += 1;
        yield token;
      }
    } finally {
      close();
    }
  });
  return { engine, made: () => count, closed };
}
