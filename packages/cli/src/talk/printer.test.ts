import { PassThrough, Writable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createPrinter } from './printer.ts';

describe('the printer', () => {
  it('waits for a slow reader, and gathers no listeners while it does', async () => {
    const written: string[] = [];
    const output = new Writable({
      highWaterMark: 1,
      write(chunk, _, done) {
        written.push(String(chunk));
        setImmediate(done);
      },
    });
    const printer = createPrinter(output);
    await printer.print('first');
    await turn();
    const before = ['drain', 'close', 'error'].map((event) => output.listenerCount(event));
    for (let line = 0; line < 20; line++) await printer.print(`line ${line}\n`);
    await turn();
    expect(['drain', 'close', 'error'].map((event) => output.listenerCount(event))).toEqual(before);
    expect(written).toHaveLength(21);
  });

  it('waits no longer when its reader goes', async () => {
    const output = new Writable({ highWaterMark: 1, write: () => undefined });
    const printer = createPrinter(output);
    const printed = printer.print('never taken');
    output.destroy();
    await printed;
    expect(printer.isClosed()).toBe(true);
    await printer.print('more');
  });

  it.each([
    [[], ''],
    [['text'], 'text\n'],
    [['text\n'], 'text\n'],
    [['text', ''], 'text\n'],
  ])('ends the last line of %j once', async (parts, expected) => {
    const output = new PassThrough();
    const printer = createPrinter(output);
    for (const part of parts) await printer.print(part);
    await printer.endLine();
    await printer.endLine();
    expect(String(output.read() ?? '')).toBe(expected);
  });
});
