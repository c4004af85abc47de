import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openChat, withoutPorts } from './support/chat.ts';
import { start } from './support/child.ts';
import { HERMES4 } from './support/paths.ts';
import { createSayingEngine } from './support/saying-engine.ts';
import type { Terminal } from './support/terminal.ts';

/** A folder to work in, which also holds what the command line keeps. */
function workplace(): { readonly cwd: string; readonly env: Record<string, string> } {
  const cwd = mkdtempSync(join(tmpdir(), 'hermes4-chat-'));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  writeFileSync(join(cwd, 'notes.md'), 'The sea is green.');
  const env = { HERMES4_HISTORY: 'on', HERMES4_DATA_DIR: join(cwd, 'data') };
  return { cwd, env };
}

/** Types a line and waits for what comes of it, down to the next prompt. */
async function say(terminal: Terminal, line: string, until: string): Promise<void> {
  terminal.type(line);
  terminal.press('Enter');
  // The window may break the line that was typed, and what is said of it.
  const text = until.replace(/[.$()/?[\]]/g, '\\$&').replaceAll(' ', '\\s+');
  await terminal.sees(new RegExp(`${text}\\n+>$`));
}

/** Types the beginning of a line and lets Tab do the rest. */
async function complete(terminal: Terminal, begun: string, whole: string): Promise<void> {
  const onPrompt = (text: string): RegExp => new RegExp(`> ${text.replace('.', '\\.')}$`);
  terminal.press('C-u');
  terminal.type(begun);
  // A Tab that comes in one piece with other keys is taken for pasted text.
  await terminal.sees(onPrompt(begun));
  terminal.press('Tab');
  await terminal.sees(onPrompt(whole));
}

describe.each([80, 40])('the commands of a chat, in %i columns,', (columns) => {
  it('complete names, files and values, and attach a file', async () => {
    const engine = createSayingEngine('Green.');
    const terminal = await openChat({ engine }, { columns, ...workplace() });
    await complete(terminal, '/att', '/attach');
    await complete(terminal, '/attach no', '/attach notes.md');
    await say(terminal, '', 'goes with the next question');
    await complete(terminal, '/reasoning hi', '/reasoning hide');
    await say(terminal, '', '/reasoning hide');
    await say(terminal, 'Which color?', 'Green.');
    expect(withoutPorts(terminal.screen())).toMatchSnapshot();
    expect(engine.asked[0]?.at(-1)).toContain('The sea is green.');
    expect(engine.asked[0]?.[0]).toContain('You are a deep thinking AI');
  });

  it('show and change what holds, and say what is wrong', async () => {
    const terminal = await openChat({ engine: createSayingEngine('First.') }, { columns });
    await say(terminal, '/model', 'nousresearch/hermes-4-405b');
    await say(terminal, '/model another', '/model another');
    await say(terminal, '/model', 'another');
    await say(terminal, '/reasoning', 'as the host decides');
    await say(terminal, '/reasoning loud', 'received "loud".');
    await say(terminal, '/set top-q 1', 'Did you mean top-p?');
    await say(terminal, '/set temperature 3', 'received "3".');
    await say(terminal, '/set temperature 0.5', '/set temperature 0.5');
    await say(terminal, '/set', 'temperature: 0.5');
    await say(terminal, 'Hi', 'hermes4 explain invalid_request');
    await say(terminal, '/undo', 'the conversation is empty again');
    await say(terminal, '/retry', 'There is no question yet.');
    expect(withoutPorts(terminal.screen())).toMatchSnapshot();
  });

  it('change what was said, and go on with it in another process', async () => {
    const engine = createSayingEngine('One.', 'Two.', 'Three.', 'Four.', 'Five.');
    const place = workplace();
    const terminal = await openChat({ engine }, { columns, ...place });
    await say(terminal, 'First', 'One.');
    await say(terminal, '/retry', 'Two.');
    await say(terminal, 'Second', 'Three.');
    await say(terminal, '/undo', '1 exchange is left');
    await say(terminal, '/fork', 'this goes on as another conversation');
    await say(terminal, 'Third', 'Four.');
    await say(terminal, '/cost', '4 answers, 44 tokens read, 4 written, $0.000058');
    expect(withoutPorts(terminal.screen())).toMatchSnapshot();
    terminal.press('C-d');
    await terminal.sees('(left with 0)');

    const next = await openChat({ engine }, { columns, ...place, args: ['chat', '-c'] });
    await next.sees('going on after 2 exchanges');
    await say(next, 'Fourth', 'Five.');
    expect(engine.asked.at(-1)).toEqual([
      'user: "First"',
      'assistant: "Two."',
      'user: "Third"',
      'assistant: "Four."',
      'user: "Fourth"',
    ]);
  });

  it('write the conversation to files, from which another goes on', async () => {
    const engine = createSayingEngine('One.', 'Two.');
    const place = workplace();
    const terminal = await openChat({ engine }, { columns, ...place });
    await say(terminal, 'First', 'One.');
    await say(terminal, '/save talk.json', 'written to talk.json');
    await say(terminal, '/save talk.json', 'there is a file of that name.');
    await say(terminal, '/export', 'Name a file: /export talk.md');
    await say(terminal, '/export talk.md', 'written to talk.md');
    await say(terminal, '/clear', 'a new conversation');
    await say(terminal, 'Second', 'Two.');
    expect(withoutPorts(terminal.screen())).toMatchSnapshot();
    expect(engine.asked.at(-1)).toEqual(['user: "Second"']);
    expect(readFileSync(join(place.cwd, 'talk.md'), 'utf8')).toContain('**You**\n\nFirst');

    const args = ['chat', '--open', 'talk.json'];
    const opened = await openChat({ engine }, { columns, ...place, args });
    await say(opened, 'More', 'Two.');
    expect(engine.asked.at(-1)?.slice(0, 2)).toEqual(['user: "First"', 'assistant: "One."']);
  });
});

describe('a chat with a limit', () => {
  it('stops there, keeps what has come, still takes commands, and leaves with 9', async () => {
    const engine = createSayingEngine('on and '.repeat(500));
    const place = workplace();
    const args = ['chat', '--max-total-tokens', '30'];
    const terminal = await openChat({ engine, tokensPerSecond: 50 }, { ...place, args });
    await say(terminal, 'Go', 'spent, and max-total-tokens is 30.');
    await say(terminal, 'Again', 'and max-total-tokens is 30.');
    expect(engine.asked).toHaveLength(1);
    await say(terminal, '/export talk.md', 'written to talk.md');
    expect(readFileSync(join(place.cwd, 'talk.md'), 'utf8')).toContain('on and on and');
    terminal.type('/quit');
    terminal.press('Enter');
    await terminal.sees('(left with 9)');
    const list = await start([...HERMES4, 'history', 'show', '--json'], place).outcome();
    expect(JSON.parse(list.stdout)).toMatchObject([{ finishReason: 'capped' }]);
  });
});
