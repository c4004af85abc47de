import { describe, expect, it } from 'vitest';
import { type Asked, say, user } from '../../../../test/sim.ts';

const SEEDS = Array.from({ length: 12 }, (_, index) => index + 1);

describe('an answer in prose', () => {
  it('always says what it is, what was asked, and how to reach the model', () => {
    for (const seed of SEEDS) {
      const answer = say({ messages: [user('Why is the sky blue?')], seed });
      expect(answer).toContain('the local simulator of nousresearch/hermes-4-405b: ');
      expect(answer).toMatch(/no model|instead of a model/);
      expect(answer).toContain('“Why is the sky blue?”');
      expect(answer).toMatch(/Hermes 4/);
    }
  });

  it('repeats its instructions, names earlier turns, and quotes the last one', () => {
    always(
      {
        messages: [
          { role: 'system', content: 'Be brief.' },
          user('First?'),
          { role: 'assistant', content: 'Yes.' },
          { role: 'user', content: [{ type: 'text', text: 'Second?' }] },
        ],
      },
      /“Be brief\.”.*“Second\?”, after 1 earlier message.*“First\?”/,
    );
  });

  it('takes a developer message for instructions when there is no system message', () => {
    always({ messages: [{ role: 'developer', content: 'Be kind.' }] }, /“Be kind\.”/);
  });

  it('has something to say when nobody has asked', () => {
    always({ messages: [] }, /Nobody has asked|I see no question/);
  });

  it('greets back', () => {
    const answers = SEEDS.map((seed) =>
      say({ messages: [user('good evening, who are you?')], seed }),
    );
    expect(
      answers.some((answer) => answer.startsWith('Good evening! This is the local simulator')),
    ).toBe(true);
  });

  it('says back what people told of themselves, and nothing that they only asked', () => {
    const said = [
      user('My name is Ada and I live in Paris.'),
      user('My dog is old. Is my cat is old? What is my name?'),
    ];
    always(
      { messages: said },
      /that your name is Ada, and that you live in Paris, and that your dog is old\./,
    );
    always({ messages: said }, /^(?!.*your cat)/);
  });

  it.each([
    ['Count to 5', '1, 2, 3, 4, 5.'],
    ['Please count from 3 to 6.', '3, 4, 5, 6.'],
    ['count down from 4', '4, 3, 2, 1, 0.'],
    ['Count down from 3 to 1', '3, 2, 1.'],
    ['Count to 100000', '999, 1000, and so on to 100000.'],
    ['How many words does this have?', '6 words'],
  ])('counts when asked: %s', (question, counted) => {
    expect(say({ messages: [user(question)] })).toContain(counted);
  });

  it.each([
    ['Write 200 words on rain', 200],
    ['Three paragraphs about rain, please', 240],
    ['I want a long answer about rain', 400],
    ['ten sentences', 160],
  ])('is as long as was asked, more or less: %s', (question, words) => {
    const short = say({ messages: [user('rain')] }).split(' ').length;
    const length = say({ messages: [user(question)] }).split(' ').length - short;
    expect(length).toBeGreaterThan(words * 0.7);
    expect(length).toBeLessThan(words * 1.4);
  });

  it('speaks of what was asked about when it is long', () => {
    const answer = say({ messages: [user('Write 300 words about whales and volcanoes')] });
    expect(answer).toContain('“whales”');
    expect(answer).toContain('“volcanoes”');
  });

  it('quotes a long question cut short, without cutting a character in half', () => {
    expect(say({ messages: [user('😀'.repeat(500))] })).toContain(`“${'😀'.repeat(120)}…”`);
  });

  it('names a file by its name', () => {
    const file = { type: 'file' as const, file: { filename: 'a.pdf' } };
    always({ messages: [{ role: 'user', content: [file] }] }, /“\[a\.pdf\]”/);
  });
});

describe('thoughts', () => {
  it('come first, in the tags of the model, and say that nobody thinks', () => {
    for (const seed of SEEDS) {
      const answer = say({ messages: [user('Why?')], thinking: true, seed });
      const [, thoughts = '', rest = ''] = /^<think>\n(.*)\n<\/think>\n(.*)$/.exec(answer) ?? [];
      expect(thoughts).toMatch(/grammar|simulator|simulated/i);
      expect(thoughts).toContain('“Why?”');
      expect(rest).toContain('local simulator');
    }
  });

  it('are left out when they are not wanted', () => {
    expect(say({ messages: [user('Why?')] })).not.toContain('think>');
  });

  it('tell what was offered and what will be done', () => {
    const clock = { type: 'function' as const, function: { name: 'read_clock', parameters: {} } };
    const asked = { thinking: true, tools: [clock] };
    expect(say({ ...asked, messages: [user('read the clock')] })).toMatch(
      /offered read_clock|call: read_clock/,
    );
    expect(say({ ...asked, messages: [user('read the clock')] })).toMatch(
      /call read_clock\.\n<\/think>\n<tool_call>/,
    );
  });
});

function always(asked: Asked, pattern: RegExp): void {
  for (const seed of SEEDS) expect(say({ ...asked, seed })).toMatch(pattern);
}
