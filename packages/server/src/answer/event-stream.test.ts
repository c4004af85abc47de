import { describe, expect, it } from 'vitest';
import { problems } from '../../test/api-document.ts';
import { errorOf, eventsOf, HELLO, post } from '../../test/calls.ts';
import { endlessEngine, scriptedEngine } from '../../test/scripted-engine.ts';
import { createLocalServer } from '../index.ts';

const STREAM = { ...HELLO, stream: true };

describe('a stream', () => {
  it('is generated as it is read, and no faster', async () => {
    const { engine, made } = endlessEngine();
    const response = await createLocalServer({ engine }).fetch(post(STREAM));
    const reader = response.body!.getReader();
    for (let reads = 0; reads < 10; reads++) await reader.read();
    await turnOfTheLoop();
    expect(made()).toBeLessThanOrEqual(11);
    await reader.cancel();
  });

  it('ends the generation when its reader leaves', async () => {
    const { engine, closed } = endlessEngine();
    const response = await createLocalServer({ engine }).fetch(post(STREAM));
    const reader = response.body!.getReader();
    await reader.read();
    await reader.cancel();
    await closed;
  });

  it('ends the generation when nobody ever reads it and it is canceled', async () => {
    const { engine, closed } = endlessEngine();
    const response = await createLocalServer({ engine }).fetch(post(STREAM));
    await response.body!.cancel();
    await closed;
  });

  it('wakes an engine that waits when its reader leaves', async () => {
    const engine = scriptedEngine(async function* ({ signal }) {
      yield 'One';
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
    });
    const response = await createLocalServer({ engine }).fetch(post(STREAM));
    const reader = response.body!.getReader();
    for (let reads = 0; reads < 2; reads++) await reader.read();
    await reader.cancel();
  });

  it('fails with the reason of the signal when the call is aborted', async () => {
    const { engine, closed } = endlessEngine();
    const abort = new AbortController();
    const request = post(STREAM, { signal: abort.signal });
    const response = await createLocalServer({ engine }).fetch(request);
    const reason = new Error('enough');
    abort.abort(reason);
    await expect(response.text()).rejects.toBe(reason);
    await closed;
  });
});

describe('an engine that fails', () => {
  it.each([
    ['whole', HELLO],
    ['streamed', STREAM],
  ])('before its first token is a 500, for a %s answer', async (_, body) => {
    const engine = scriptedEngine(() => {
      throw new Error('out of memory');
    });
    const response = await createLocalServer({ engine }).fetch(post(body));
    const error = await errorOf(response);
    expect(problems('ErrorBodyHosted', error)).toEqual([]);
    expect(error).toMatchObject({
      statusCode: 500,
      message: 'Internal server error: out of memory',
    });
  });

  it('underway is a 500 for a whole answer', async () => {
    const response = await createLocalServer({ engine: failingUnderway() }).fetch(post(HELLO));
    expect(response.status).toBe(500);
  });

  it('underway says so inside the stream, which then ends without [DONE]', async () => {
    const response = await createLocalServer({ engine: failingUnderway() }).fetch(post(STREAM));
    const events = (await eventsOf(response)).map((data) => JSON.parse(data) as unknown);
    expect(events).toHaveLength(3);
    expect(events[1]).toMatchObject({ choices: [{ delta: { content: 'One' } }] });
    expect(events[2]).toEqual({
      error: { message: 'Internal server error: out of memory', code: 500 },
    });
    expect(problems('ChatCompletionStreamEvent', events[2])).toEqual([]);
  });

  it('with something that is no error is told as well', async () => {
    const engine = scriptedEngine(() => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- others' engines may
      throw 'a string';
    });
    const response = await createLocalServer({ engine }).fetch(post(HELLO));
    expect((await errorOf(response)).message).toBe('Internal server error: a string');
  });
});

function failingUnderway(): ReturnType<typeof scriptedEngine> {
  return scriptedEngine(function* () {
    yield 'One';
    throw new Error('out of memory');
  });
}

/** Everything that can happen without news from outside has happened after this. */
async function turnOfTheLoop(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
