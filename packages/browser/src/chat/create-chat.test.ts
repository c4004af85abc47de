import { tool } from '@hermes4/core';
import { describe, expect, it, vi } from 'vitest';
import { fakeFrames } from '../../test/fake-frames.ts';
import { type Call, relay, type Script, script, turns, until } from '../../test/relay.ts';
import { createHermes } from '../client/create-hermes.ts';
import type { ChatStorage, StorageChange } from '../storage/chat-storage.ts';
import { memoryStorage } from '../storage/memory-storage.ts';
import type { ChatOptions } from './chat.ts';
import { createChat } from './create-chat.ts';
import type { Answer } from './message.ts';
import { reasoningOf, textOf } from './text-of.ts';

/** A chat whose answers a test writes; the n-th call gets the n-th script. */
function setUp(
  options: ChatOptions = {},
  refuse?: (call: Call, index: number) => Response | undefined,
) {
  const scripts: Script[] = [];
  const { fetch, calls } = relay((call, index) => {
    const refused = refuse?.(call, index);
    if (refused) return refused;
    scripts[index] = script();
    return scripts[index].response;
  });
  let time = 0;
  let id = 0;
  const drawn = fakeFrames();
  const hermes = createHermes({
    fetch,
    baseURL: 'http://relay.test/v1',
    maxRetries: 0,
    toolMode: 'native',
  });
  const chat = createChat({
    hermes,
    frames: drawn.frames,
    now: () => (time += 1),
    newId: () => `m${(id += 1)}`,
    ...options,
  });
  return { chat, calls, drawn, answer, sent: (text: string) => answered(text) };

  async function answer(index: number): Promise<Script> {
    await until(() => scripts[index] !== undefined);
    return scripts[index] as Script;
  }

  /** Sends and has it answered with the same text and an exclamation mark. */
  async function answered(text: string): Promise<void> {
    const index = calls.length;
    const sent = chat.send(text);
    const written = await answer(index);
    written.say(`${text}!`);
    written.finish();
    await sent;
  }
}

const texts = ({ chat }: Pick<ReturnType<typeof setUp>, 'chat'>): string[] =>
  chat.getSnapshot().messages.map(textOf);
const lastAnswer = ({ chat }: Pick<ReturnType<typeof setUp>, 'chat'>): Answer =>
  chat.getSnapshot().messages.at(-1) as Answer;

describe('an answer', () => {
  it('walks from sending to streaming to idle, with its reasoning apart', async () => {
    const it_ = setUp();
    const { chat, drawn, answer, calls } = it_;
    const sent = chat.send('Hello');
    expect(chat.getSnapshot().status).toBe('idle');
    const written = await answer(0);
    expect(chat.getSnapshot().status).toBe('sending');
    written.delta({ reasoning_content: 'They greet.' });
    written.say('Hi');
    await until(() => drawn.asked() > 0);
    await turns();
    drawn.draw();
    expect(chat.getSnapshot().status).toBe('streaming');
    expect(texts(it_)).toEqual(['Hello', 'Hi']);
    written.finish({
      usage: { prompt_tokens: 3, completion_tokens: 4, total_tokens: 7 },
      meta: { usage: { credits_used: 20, usd_spent: 0.00001 } },
    });
    await sent;
    expect(chat.getSnapshot()).toMatchObject({ status: 'idle', error: undefined, title: 'Hello' });
    expect(lastAnswer(it_)).toMatchObject({
      state: 'complete',
      finishReason: 'stop',
      usage: { prompt_tokens: 3, completion_tokens: 4, total_tokens: 7 },
      usd: 0.00001,
    });
    expect(reasoningOf(lastAnswer(it_))).toBe('They greet.');
    expect(calls[0]?.body.messages).toEqual([{ role: 'user', content: 'Hello' }]);
  });

  it('is told once a frame, however many pieces it comes in', async () => {
    const { chat, drawn, answer } = setUp();
    const told = vi.fn();
    chat.subscribe(told);
    const sent = chat.send('Count');
    const written = await answer(0);
    told.mockClear();
    for (let piece = 0; piece < 100; piece++) written.say(`${piece} `);
    await turns();
    expect(told).not.toHaveBeenCalled();
    expect(drawn.asked()).toBe(1);
    drawn.draw();
    expect(told).toHaveBeenCalledTimes(1);
    written.finish();
    await sent;
  });

  it('is stopped at once, and keeps what had come', async () => {
    const it_ = setUp();
    const { chat, answer, calls } = it_;
    const sent = chat.send('Tell me');
    const written = await answer(0);
    written.say('Once upon');
    await turns();
    chat.stop();
    expect(chat.getSnapshot().status).toBe('idle');
    expect(lastAnswer(it_)).toMatchObject({ state: 'stopped' });
    await sent;
    expect(written.wasCancelled()).toBe(true);
    expect(texts(it_)).toEqual(['Tell me', 'Once upon']);
    await it_.sent('Go on');
    expect(calls[1]?.body.messages.map(({ content }) => content)).toEqual([
      'Tell me',
      'Once upon',
      'Go on',
    ]);
  });

  it('that is stopped before it was asked for is never asked for', async () => {
    const { chat, calls } = setUp();
    const sent = chat.send('No');
    chat.stop();
    await sent;
    await turns();
    expect(calls).toEqual([]);
    expect(chat.getSnapshot().messages).toEqual([]);
  });

  it('is given way to by the next message', async () => {
    const it_ = setUp();
    const first = it_.chat.send('One');
    (await it_.answer(0)).say('Half');
    await turns();
    await it_.sent('Two');
    await first;
    expect(texts(it_)).toEqual(['One', 'Half', 'Two', 'Two!']);
  });

  it('with the system prompt and the parameters of the chat', async () => {
    const it_ = setUp({ system: 'Be terse.', params: { temperature: 0.1 } });
    await it_.sent('Hi');
    expect(it_.calls[0]?.body).toMatchObject({ temperature: 0.1 });
    expect(it_.calls[0]?.body.messages[0]).toEqual({ role: 'system', content: 'Be terse.' });
  });
});

describe('a failure', () => {
  it('is state, and a retry takes the place of an answer that had nothing in it', async () => {
    const it_ = setUp({}, (_, index) =>
      index === 0
        ? Response.json({ message: 'Slow down.' }, { status: 429, headers: { 'retry-after': '9' } })
        : undefined,
    );
    await it_.chat.send('Hi');
    expect(it_.chat.getSnapshot()).toMatchObject({
      status: 'error',
      error: { code: 'rate_limited', status: 429, retryAfterMs: 9_000 },
    });
    expect(JSON.parse(JSON.stringify(it_.chat.getSnapshot()))).toBeTruthy();
    const { id } = lastAnswer(it_);
    const again = it_.chat.retry();
    const written = await it_.answer(1);
    expect(it_.chat.getSnapshot()).toMatchObject({ status: 'sending', error: undefined });
    written.say('Hello');
    written.finish();
    await again;
    expect(lastAnswer(it_)).toMatchObject({ id, state: 'complete' });
    expect(it_.chat.branches(id).ids).toEqual([id]);
  });

  it('in the middle keeps what had come; another answer stands beside it', async () => {
    const it_ = setUp();
    const sent = it_.chat.send('Hi');
    const written = await it_.answer(0);
    written.say('Half');
    await turns();
    written.fail();
    await sent;
    expect(lastAnswer(it_)).toMatchObject({
      state: 'failed',
      error: { code: 'stream_interrupted' },
    });
    const again = it_.chat.retry();
    (await it_.answer(1)).finish();
    await again;
    expect(it_.chat.branches(lastAnswer(it_).id)).toMatchObject({ index: 1 });
  });

  it('is forgotten when something else is shown, and then there is nothing to retry', async () => {
    const it_ = setUp({}, () => Response.json({ message: 'No.' }, { status: 401 }));
    await it_.chat.send('Hi');
    it_.chat.newConversation();
    expect(it_.chat.getSnapshot()).toMatchObject({
      status: 'idle',
      error: undefined,
      messages: [],
    });
    await it_.chat.retry();
    expect(it_.calls).toHaveLength(1);
  });
});

describe('branches', () => {
  it('come of another answer and of another question, and can be walked', async () => {
    const it_ = setUp();
    const { chat } = it_;
    await it_.sent('One');
    await it_.sent('Two');
    const [one, answerOne] = chat.getSnapshot().messages;
    const again = chat.regenerate(answerOne?.id);
    (await it_.answer(2)).finish();
    await again;
    expect(chat.getSnapshot().messages.map(({ id }) => id)[0]).toBe(one?.id);
    expect(texts(it_)).toEqual(['One', '']);
    chat.switchBranch(answerOne?.id as string);
    expect(texts(it_)).toEqual(['One', 'One!', 'Two', 'Two!']);
    const edited = chat.edit(one?.id as string, 'Uno');
    const written = await it_.answer(3);
    written.say('Uno!');
    written.finish();
    await edited;
    expect(texts(it_)).toEqual(['Uno', 'Uno!']);
    expect(chat.branches(one?.id as string)).toEqual({
      ids: [one?.id, chat.getSnapshot().messages[0]?.id],
      index: 0,
    });
    expect(it_.calls[3]?.body.messages).toEqual([{ role: 'user', content: 'Uno' }]);
  });

  it('of what is not there, or of an answer that is edited, are refused with words', async () => {
    const it_ = setUp();
    await it_.sent('One');
    expect(() => it_.chat.branches('x')).toThrow('There is no message x');
    await expect(it_.chat.edit(lastAnswer(it_).id, 'Two')).rejects.toThrow('regenerate()');
  });
});

describe('tools', () => {
  const run = vi.fn(({ city }: Record<string, unknown>) => `Sunny in ${String(city)}`);
  const weather = tool({
    name: 'weather',
    parameters: { type: 'object', properties: { city: { type: 'string' } } },
    needsApproval: ({ city }) => city !== 'Oslo',
    run,
  });

  async function asked(cities: readonly string[]) {
    run.mockClear();
    const it_ = setUp({ tools: [weather] });
    const sent = it_.chat.send('Weather?');
    const written = await it_.answer(0);
    written.delta({
      tool_calls: cities.map((city, index) => ({
        index,
        id: `c${index}`,
        type: 'function',
        function: { name: 'weather', arguments: JSON.stringify({ city }) },
      })),
    });
    written.finish({}, 'tool_calls');
    await until(
      () =>
        lastAnswer(it_).steps[0]?.toolCalls.at(-1)?.result !== undefined ||
        it_.chat.getSnapshot().status === 'awaiting-approval',
    );
    await turns();
    return { ...it_, sent };
  }

  it('run after approval, and the answer goes on', async () => {
    const it_ = await asked(['Rome', 'Oslo']);
    expect(it_.chat.getSnapshot().status).toBe('awaiting-approval');
    expect(run).toHaveBeenCalledTimes(1);
    expect(lastAnswer(it_).steps[0]?.toolCalls.map(({ status }) => status)).toEqual([
      'awaiting-approval',
      'running',
    ]);
    it_.chat.approve('c0');
    expect(it_.chat.getSnapshot().status).toBe('streaming');
    const written = await it_.answer(1);
    written.say('Sunny.');
    written.finish();
    await it_.sent;
    expect(lastAnswer(it_).steps).toMatchObject([
      { toolCalls: [{ status: 'done', result: 'Sunny in Rome' }, { status: 'done' }] },
      { text: 'Sunny.' },
    ]);
    expect(it_.calls[1]?.body.messages.map(({ role }) => role)).toEqual([
      'user',
      'assistant',
      'tool',
      'tool',
    ]);
  });

  it('that are denied do not run, and the model is told why', async () => {
    const it_ = await asked(['Rome']);
    it_.chat.deny('c0', 'Not on Sundays.');
    (await it_.answer(1)).finish();
    await it_.sent;
    expect(run).not.toHaveBeenCalled();
    const [call] = lastAnswer(it_).steps[0]?.toolCalls ?? [];
    expect(call).toMatchObject({ status: 'denied', result: '{"error":"Not on Sundays."}' });
  });

  it('that wait end with a stop, and are not sent again without a result', async () => {
    const it_ = await asked(['Rome']);
    it_.chat.stop();
    await it_.sent;
    expect(lastAnswer(it_).steps[0]?.toolCalls[0]).toMatchObject({ status: 'stopped' });
    it_.chat.approve('c0');
    const sent = it_.chat.send('Never mind');
    (await it_.answer(1)).finish();
    await sent;
    expect(run).not.toHaveBeenCalled();
    expect(it_.calls[1]?.body.messages.map(({ role }) => role)).toEqual(['user', 'user']);
  });
});

describe('what is kept', () => {
  it('is found again by the next page, unfinished answers stopped', async () => {
    const persist = memoryStorage();
    const first = setUp({ persist });
    await first.sent('One');
    void first.chat.send('Two');
    (await first.answer(1)).say('Half');
    await turns();
    const second = setUp({ persist, newId: () => 'other' });
    second.chat.subscribe(() => undefined);
    await vi.waitFor(() => expect(second.chat.getSnapshot().isLoading).toBe(false));
    expect(second.chat.getSnapshot().title).toBe('One');
    expect(texts(second).slice(0, 3)).toEqual(['One', 'One!', 'Two']);
    expect(lastAnswer(second).state).toBe('stopped');
    first.chat.stop();
  });

  it('are conversations that can be listed, opened, named and removed', async () => {
    const it_ = setUp();
    const { chat } = it_;
    await it_.sent('One');
    const one = chat.getSnapshot().conversationId as string;
    chat.newConversation();
    expect(chat.getSnapshot().conversationId).toBeUndefined();
    await it_.sent('Two');
    const two = chat.getSnapshot().conversationId as string;
    await chat.rename(one, 'First');
    await chat.rename(two, 'Second');
    await turns();
    expect(chat.getSnapshot().conversations.map(({ title }) => title)).toEqual(['Second', 'First']);
    await chat.open(one);
    expect(texts(it_)).toEqual(['One', 'One!']);
    expect(chat.getSnapshot().title).toBe('First');
    await chat.remove(one);
    expect(chat.getSnapshot()).toMatchObject({ messages: [], conversations: [{ id: two }] });
    await chat.open(one);
    expect(chat.getSnapshot().messages).toEqual([]);
  });

  it('grows in every tab that shows it, and nothing is lost', async () => {
    const { persist, tell } = shared();
    let ids = 0;
    const one = setUp({ persist: persist(0) });
    const other = setUp({ persist: persist(1), newId: () => `other${(ids += 1)}` });
    const stop = [one, other].map(({ chat }) => chat.subscribe(() => undefined));
    await one.sent('One');
    await turns();
    await other.chat.open(one.chat.getSnapshot().conversationId as string);
    await other.sent('Two');
    await turns();
    expect(texts(one)).toEqual(['One', 'One!', 'Two', 'Two!']);
    await Promise.all([one.sent('Three'), other.sent('Four')]);
    await turns();
    const [three] = one.chat.getSnapshot().messages.slice(4);
    expect(one.chat.branches(three?.id as string).ids).toHaveLength(2);
    expect(other.chat.getSnapshot().messages.slice(4).map(textOf)).toEqual(['Four', 'Four!']);
    for (const unsubscribe of stop) unsubscribe();
    expect(tell.size).toBe(0);
  });

  it('fails as state, and the chat goes on', async () => {
    const persist: ChatStorage = {
      ...memoryStorage(),
      save: () => Promise.reject(new DOMException('No room.', 'QuotaExceededError')),
    };
    const it_ = setUp({ persist });
    await it_.sent('One');
    await turns();
    expect(texts(it_)).toEqual(['One', 'One!']);
    expect(it_.chat.getSnapshot().storageError).toEqual({
      code: 'storage_full',
      message: 'No room.',
    });
  });
});

/** One storage as two tabs see it. */
function shared() {
  const kept = memoryStorage();
  const tell = new Map<number, (change: StorageChange) => void>();
  const persist = (tab: number): ChatStorage => ({
    ...kept,
    save: async (summary, messages) => {
      await kept.save(summary, messages);
      tell.get(1 - tab)?.({ id: summary.id, removed: false });
    },
    onChange: (hear) => {
      tell.set(tab, hear);
      return () => void tell.delete(tab);
    },
  });
  return { persist, tell };
}
