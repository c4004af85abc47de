import { describe, expect, it } from 'vitest';
import { answering } from '../../test/answering.ts';
import { problems } from '../../test/api-document.ts';
import { eventsOf } from '../../test/calls.ts';
import { endlessEngine, scriptedEngine } from '../../test/scripted-engine.ts';

const STREAM = { stream: true };

describe('a stream', () => {
  it('is generated as it is read, and runs ahead by a few tokens at most', async () => {
    const { engine, made } = endlessEngine();
    const reader = (await answering({ engine }).ask(STREAM)).body!.getReader();
    for (let reads = 1; reads <= 10; reads++) {
      await reader.read();
      await turnOfTheLoop();
      expect(made()).toBeLessThanOrEqual(16 * (reads + 1));
    }
    await reader.cancel();
  });

  it('sends what is ready at once together, an event each', async () => {
    const engine = scriptedEngine(() => ['a', 'b', 'c']);
    const reader = (await answering({ engine }).ask(STREAM)).body!.getReader();
    const { value } = await reader.read();
    expect(new TextDecoder().decode(value).match(/^data: /gm)).toHaveLength(4);
    await reader.cancel();
  });

  it('sends a token that had to be waited for as soon as it is there', async () => {
    const engine = scriptedEngine(async function* () {
      yield await Promise.resolve('a');
      await new Promise(() => undefined);
    });
    const reader = (await answering({ engine }).ask(STREAM)).body!.getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toContain('"content":"a"');
    await reader.cancel();
  });

  it('ends the generation when its reader leaves', async () => {
    const { engine, closed } = endlessEngine();
    const { ask, endings } = answering({ engine });
    const reader = (await ask(STREAM)).body!.getReader();
    await reader.read();
    await reader.cancel();
    await closed;
    expect(endings).toMatchObject([
      { end: 'left', cost: { credits: expect.any(Number) as number } },
    ]);
  });

  it('ends the generation when nobody ever reads it and it is canceled', async () => {
    const { engine, closed } = endlessEngine();
    const { ask, endings } = answering({ engine });
    await (await ask(STREAM)).body!.cancel();
    await closed;
    expect(endings).toMatchObject([{ end: 'left' }]);
  });

  it('ends the generation when nobody ever reads it and the call is aborted', async () => {
    const { engine, closed } = endlessEngine();
    const { ask, endings } = answering({ engine });
    const abort = new AbortController();
    await ask(STREAM, abort.signal);
    abort.abort();
    await closed;
    expect(endings).toMatchObject([{ end: 'left' }]);
  });

  it('wakes an engine that waits when its reader leaves', async () => {
    const engine = scriptedEngine(async function* ({ signal }) {
      yield 'One';
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
    });
    const reader = (await answering({ engine }).ask(STREAM)).body!.getReader();
    await reader.read();
    await reader.cancel();
  });

  it('fails with the reason of the signal when the call is aborted', async () => {
    const { engine, closed } = endlessEngine();
    const abort = new AbortController();
    const { ask, endings } = answering({ engine });
    const response = await ask(STREAM, abort.signal);
    const reason = new Error('enough');
    abort.abort(reason);
    await expect(response.text()).rejects.toBe(reason);
    await closed;
    expect(endings).toMatchObject([{ end: 'left' }]);
  });

  it('tells its end once, with what it took', async () => {
    const { ask, endings } = answering({ engine: scriptedEngine(() => ['a', 'b']) });
    await (await ask(STREAM)).text();
    expect(endings).toMatchObject([
      { end: 'complete', finishReason: 'stop', usage: { total_tokens: 9 } },
    ]);
  });
});

describe('a whole answer', () => {
  it('rejects with the reason of the signal, and tells its end', async () => {
    const { engine, closed } = endlessEngine();
    const { ask, endings } = answering({ engine });
    const abort = new AbortController();
    const reason = new Error('enough');
    const answer = ask({}, abort.signal);
    const rejected = expect(answer).rejects.toBe(reason);
    await turnOfTheLoop();
    abort.abort(reason);
    await rejected;
    await closed;
    expect(endings).toMatchObject([{ end: 'left' }]);
  });

  it('does not begin when the signal was aborted before', async () => {
    const { engine, made } = endlessEngine();
    const { ask, endings } = answering({ engine });
    const reason = new Error('enough');
    await expect(ask({}, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect([made(), endings.length]).toEqual([0, 1]);
  });
});

describe('an engine that fails', () => {
  it.each([
    ['whole', {}],
    ['streamed', STREAM],
  ])('before its first token is a 500, for a %s answer', async (_, body) => {
    const engine = scriptedEngine(() => {
      throw new Error('out of memory');
    });
    const { ask, endings } = answering({ engine });
    await expect(ask(body)).rejects.toMatchObject({
      name: 'Refusal',
      status: 500,
      message: 'Internal server error: out of memory',
    });
    expect(endings).toMatchObject([{ end: 'refused', refusal: { status: 500 } }]);
  });

  it('underway is a 500 for a whole answer', async () => {
    await expect(answering({ engine: failingUnderway() }).ask()).rejects.toMatchObject({
      status: 500,
    });
  });

  it('underway says so inside the stream, which then ends without [DONE]', async () => {
    const { ask, endings } = answering({ engine: failingUnderway() });
    const events = (await eventsOf(await ask(STREAM))).map((data) => JSON.parse(data) as unknown);
    expect(events).toHaveLength(3);
    expect(events[1]).toMatchObject({ choices: [{ delta: { content: 'One' } }] });
    expect(events[2]).toEqual({
      error: { message: 'Internal server error: out of memory', code: 500 },
    });
    expect(problems('ChatCompletionStreamEvent', events[2])).toEqual([]);
    expect(endings).toMatchObject([
      { end: 'failed', usage: { completion_tokens: 1 }, refusal: { status: 500 } },
    ]);
  });

  it('with something that is no error is told as well', async () => {
    const engine = scriptedEngine(() => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- others' engines may
      throw 'a string';
    });
    await expect(answering({ engine }).ask()).rejects.toThrow('Internal server error: a string');
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
