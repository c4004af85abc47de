import { describe, expect, it } from 'vitest';
import { createMessage } from './editor.ts';

/** What the lines make: `undefined` where the message goes on. */
function typed(lines: readonly string[]): (string | undefined)[] {
  const message = createMessage();
  return lines.map((line) => message.add(line));
}

describe('a message', () => {
  it.each<[string, string[], (string | undefined)[]]>([
    ['is one line', ['Hi'], ['Hi']],
    ['goes on after a backslash', ['a \\', 'b'], [undefined, 'a \nb']],
    [
      'stands between fences',
      ['"""', 'a', '', 'b', '"""'],
      [undefined, undefined, undefined, undefined, 'a\n\nb'],
    ],
    ['may begin and end on the lines of its fences', ['"""a', 'b"""'], [undefined, 'a\nb']],
    ['may be fenced on one line', ['"""a"""'], ['a']],
    ['may quote a fence', ['say """x"""'], ['say """x"""']],
    ['begins anew after the last', ['a', 'b'], ['a', 'b']],
    ['has no space around it', ['"""', '  a', '"""'], [undefined, undefined, 'a']],
  ])('%s', (_, lines, messages) => {
    expect(typed(lines)).toEqual(messages);
  });

  it('goes on while it is pasted, and where a line break was typed', () => {
    const message = createMessage();
    message.isPasted(true);
    expect([message.add('a'), message.add('b')]).toEqual([undefined, undefined]);
    message.isPasted(false);
    message.goOn();
    expect([message.add('c'), message.add('d')]).toEqual([undefined, 'a\nb\nc\nd']);
  });

  it('is forgotten when it is cleared', () => {
    const message = createMessage();
    message.add('"""');
    expect(message.isEmpty()).toBe(false);
    message.clear();
    expect(message.isEmpty()).toBe(true);
    expect(message.add('fresh')).toBe('fresh');
  });
});
