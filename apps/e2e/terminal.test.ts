import { describe, expect, it } from 'vitest';
import { openChat, withoutPorts } from './support/chat.ts';
import { createCountingEngine } from './support/counting-engine.ts';
import { openHost } from './support/hosts.ts';
import { HERMES4 } from './support/paths.ts';
import { createSayingEngine } from './support/saying-engine.ts';
import { openTerminal } from './support/terminal.ts';

const ANSWER = `# Why it is blue

Sunlight is **scattered** by the air, and *short* waves are scattered most; see \`rayleigh()\`.

1. Violet is absorbed high up, and the eye is not very sensitive to it.
2. Blue is left.

\`\`\`python
print("blue")
\`\`\`

| color | nm  |
| ----- | --: |
| blue  | 450 |
| red   | 700 |
`;

describe('hermes4 chat in a terminal', () => {
  it.each([80, 40])('sets an answer for %i columns', async (columns) => {
    const engine = createSayingEngine(ANSWER);
    const terminal = await openChat({ engine }, { columns });
    terminal.type('Why is the sky blue?');
    terminal.press('Enter');
    const screen = await terminal.sees(/700\n\n>$/);
    expect(withoutPorts(screen)).toMatchSnapshot();
    expect(terminal.screen({ withStyles: true })).toMatch(/\x1b\[1mscattered/);
    terminal.press('C-d');
    await terminal.sees('(left with 0)');
  });

  it('is what hermes4 alone begins', async () => {
    const terminal = await openChat({}, { args: [] });
    terminal.type('/quit');
    terminal.press('Enter');
    await terminal.sees('(left with 0)');
  });

  it('stops an answer at Ctrl-C, keeps what has come, and leaves at the next', async () => {
    const engine = createCountingEngine();
    const terminal = await openChat({ engine });
    terminal.type('Count');
    terminal.press('Enter');
    await terminal.sees(/\b12\b/);
    terminal.press('C-c');
    await terminal.sees('stopped; what has come is kept');
    await engine.stopped;
    await terminal.sees(/kept\n\n>$/);
    terminal.press('C-c');
    await terminal.sees('(left with 130)');
  });

  it('goes on with what a stopped answer had said', async () => {
    const engine = createSayingEngine(
      'one two three four five six seven eight nine ten '.repeat(30),
      'Fine.',
    );
    const terminal = await openChat({ engine, tokensPerSecond: 20 });
    terminal.type('Count');
    terminal.press('Enter');
    await terminal.sees('one two three');
    terminal.press('C-c');
    await terminal.sees(/kept\n\n>$/);
    terminal.type('And now?');
    terminal.press('Enter');
    await terminal.sees('Fine.');
    expect(engine.asked[1]).toEqual([
      'user: "Count"',
      expect.stringMatching(/^assistant: "one two three/) as string,
      'user: "And now?"',
    ]);
  });

  it('takes a message of several lines, typed or pasted, and brings it back with Up', async () => {
    const engine = createSayingEngine('First.', 'Second.', 'Third.');
    const terminal = await openChat({ engine });
    terminal.type('one');
    terminal.press('M-Enter');
    terminal.type('two');
    terminal.press('Enter');
    await terminal.sees(/First\.\n\n>$/);
    terminal.paste('three\nfour');
    await terminal.sees('four');
    terminal.press('Enter');
    await terminal.sees(/Second\.\n\n>$/);
    terminal.press('Up', 'Up');
    await terminal.sees(/> one\ntwo$/);
    terminal.press('Enter');
    await terminal.sees('Third.');
    expect(engine.asked.map((messages) => messages.at(-1))).toEqual([
      'user: "one\\ntwo"',
      'user: "three\\nfour"',
      'user: "one\\ntwo"',
    ]);
  });

  it('survives a window that is made narrower in the middle of an answer', async () => {
    const text = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ');
    const terminal = await openChat({ engine: createSayingEngine(text), tokensPerSecond: 60 });
    terminal.type('Talk');
    terminal.press('Enter');
    await terminal.sees('word9');
    terminal.resize(40);
    // What stood there already, the terminal breaks by itself, also within a word.
    const screen = (await terminal.sees(/word59\n\n>$/)).replaceAll('\n', '');
    for (const [index, word] of text.split(' ').entries()) {
      expect(screen, `the word at ${index}`).toContain(word);
    }
  });

  it('sets what comes after a window was resized for its new width', async () => {
    const text = Array.from({ length: 90 }, (_, index) => `word${index}`).join(' ');
    const terminal = await openChat({ engine: createSayingEngine(text), tokensPerSecond: 60 });
    terminal.type('Talk');
    terminal.press('Enter');
    await terminal.sees('word9');
    terminal.resize(40);
    await terminal.sees('word50');
    terminal.resize(70);
    const screen = await terminal.sees(/word89\n\n>$/);
    const lineWith = (word: string): string =>
      screen.split('\n').find((line) => line.split(' ').includes(word)) ?? '';
    expect(lineWith('word45').length).toBeLessThanOrEqual(40);
    expect(lineWith('word75').length).toBeGreaterThan(40);
    expect(lineWith('word75').length).toBeLessThanOrEqual(70);
  });

  it('tells what went wrong, and goes on', async () => {
    const terminal = await openChat({ keys: ['sk-other-key-for-test'] });
    terminal.type('Hello');
    terminal.press('Enter');
    await terminal.sees('This request requires a valid API key.');
    terminal.type('/undo');
    terminal.press('Enter');
    await terminal.sees('the conversation is empty again');
    terminal.type('/hlep');
    terminal.press('Enter');
    await terminal.sees('Did you mean /help?');
  });

  it('does what slash commands say', async () => {
    const engine = createSayingEngine('First.', 'Second.', 'Third.');
    const terminal = await openChat({ engine });
    const say = async (text: string, until: string | RegExp): Promise<void> => {
      terminal.type(text);
      terminal.press('Enter');
      await terminal.sees(until);
    };
    await say('/system Be brief', /Be brief\n>$/);
    await say('/set temperature 0.2', /0\.2\n>$/);
    await say('/set', 'temperature: 0.2');
    await say('Hi', /First\.\n\n>$/);
    await say('/retry', /Second\.\n\n>$/);
    await say('/cost', /2 answers, \d+ tokens read, 2 written, \$/);
    terminal.type('/edit');
    terminal.press('Enter');
    await terminal.sees(/> Hi$/);
    terminal.type(' there');
    terminal.press('Enter');
    await terminal.sees('Third.');
    expect(engine.asked).toEqual([
      ['system: "Be brief"', 'user: "Hi"'],
      ['system: "Be brief"', 'user: "Hi"'],
      ['system: "Be brief"', 'user: "Hi there"'],
    ]);
  });
});

describe('hermes4 ask in a terminal', () => {
  it('shows that the first token is awaited, and takes that away', async () => {
    const plan = [{ fault: { fault: 'delay' as const, ms: 3_500 } }];
    const { baseURL } = await openHost({ engine: createSayingEngine('Blue.'), faults: { plan } });
    const env = { AIMLAPI_BASE_URL: baseURL };
    const terminal = openTerminal([...HERMES4, '--timeout', '60', 'Why?'], { env });
    await terminal.sees(/^. waiting for the first token, [23] s$/m);
    const screen = await terminal.sees('(left with 0)');
    expect(withoutPorts(screen)).toBe(
      'hermes4: asking nousresearch/hermes-4-405b at 127.0.0.1:0\nBlue.\n(left with 0)',
    );
  });

  it.each([80, 40])('shows thoughts dimmed, then the answer, in %i columns', async (columns) => {
    const engine = createSayingEngine('<think>\nLight scatters.\n</think>\nIt is **blue**.');
    const { baseURL } = await openHost({ engine });
    const env = { AIMLAPI_BASE_URL: baseURL };
    const terminal = openTerminal([...HERMES4, 'ask', '--reasoning', 'Why?'], { columns, env });
    const screen = await terminal.sees('(left with 0)');
    expect(withoutPorts(screen)).toMatchSnapshot();
    const styled = terminal.screen({ withStyles: true });
    expect(styled).toMatch(/\x1b\[2mLight scatters\./);
    expect(styled).toMatch(/\x1b\[1mblue/);
  });

  it('without styles prints the answer as it is written', async () => {
    const { baseURL } = await openHost({ engine: createSayingEngine('It is **blue**.') });
    const env = { AIMLAPI_BASE_URL: baseURL, NO_COLOR: '1' };
    const terminal = openTerminal([...HERMES4, '-q', 'Why?'], { env });
    expect(await terminal.sees('(left with 0)')).toBe('It is **blue**.\n(left with 0)');
  });
});
