import { describe, expect, it } from 'vitest';
import { folderWith } from '../../../test/files.ts';
import { fakeIo } from '../../../test/terminal.ts';
import { asCopy, type Conversation, messagesOf, sinceKept, withoutLast } from './conversation.ts';
import { readSaved, writeSaved } from './saved.ts';
import { transcriptOf } from './transcript.ts';

function exchange(question: string, id?: number) {
  const answer = { role: 'assistant' as const, content: `${question}!` };
  return { question, typed: question, answer, model: 'm', id };
}

const talk: Conversation = { system: 'Be brief', exchanges: [exchange('a', 1), exchange('b', 2)] };

describe('a conversation', () => {
  it('is asked with all that was said', () => {
    expect(messagesOf(talk, 'c')).toEqual([
      { role: 'system', content: 'Be brief' },
      { role: 'user', content: 'a' },
      { role: 'assistant', content: 'a!' },
      { role: 'user', content: 'b' },
      { role: 'assistant', content: 'b!' },
      { role: 'user', content: 'c' },
    ]);
  });

  it('goes on, in the history, from the last exchange that is kept', () => {
    expect(sinceKept(talk)).toEqual({ parent: 2, messages: [] });
    expect(sinceKept(withoutLast(talk)).parent).toBe(1);
    const partly = { ...talk, exchanges: [exchange('a', 1), exchange('b')] };
    expect(sinceKept(partly)).toEqual({
      parent: 1,
      messages: [
        { role: 'user', content: 'b' },
        { role: 'assistant', content: 'b!' },
      ],
    });
  });

  it('begins another when it is copied, with all that was said', () => {
    const { parent, messages } = sinceKept(asCopy(talk));
    expect(parent).toBeUndefined();
    expect(messages).toHaveLength(4);
  });

  it('comes out of a file as it went in', async () => {
    const cwd = folderWith({ 't.json': writeSaved(talk) });
    const opened = await readSaved('t.json', fakeIo({ cwd }));
    expect(messagesOf(opened, 'c')).toEqual(messagesOf(talk, 'c'));
  });

  it.each([
    ['{', 't.json is no saved conversation: '],
    ['{}', 't.json is no saved conversation: it has no list of messages.'],
    ['{"messages":[{"role":"user","content":"a"}]}', 'in turn at messages[0].'],
    [
      '{"messages":[{"role":"system","content":"s"},{"role":"assistant","content":"a"}]}',
      'in turn at messages[1].',
    ],
    ['null', 't.json is no saved conversation'],
  ])('is not read out of %s', async (text, message) => {
    const cwd = folderWith({ 't.json': text });
    await expect(readSaved('t.json', fakeIo({ cwd }))).rejects.toThrow(message);
  });

  it('can be written down for people', () => {
    expect(transcriptOf(talk)).toBe(
      '**System**\n\nBe brief\n\n**You**\n\na\n\n**m**\n\na!\n\n**You**\n\nb\n\n**m**\n\nb!\n',
    );
  });
});
