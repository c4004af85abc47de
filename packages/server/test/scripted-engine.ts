import type { Engine, EngineRequest, EngineToken } from '../src/index.ts';

/** An engine that says what a test wrote. */
export function scriptedEngine(
  generate: (request: EngineRequest) => Iterable<string> | AsyncIterable<string>,
): Engine {
  return {
    name: 'scripted',
    fingerprint: 'scripted-1',
    tokenCounts: 'exact',
    countPromptTokens: () => 7,
    generate: (request) => asTokens(generate(request)),
  };
}

async function* asTokens(
  texts: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<EngineToken> {
  for await (const text of texts as AsyncIterable<string>) yield { text };
}

/** An engine that goes on until it is stopped, and tells how far it got and that it was closed. */
export function endlessEngine(token = 'on '): {
  engine: Engine;
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
