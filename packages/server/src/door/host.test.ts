import { describe, expect, it } from 'vitest';
import { isLoopback, parseHost } from './host.ts';

describe('an address of this machine', () => {
  it.each(['localhost', 'LOCALHOST', 'app.localhost', '127.0.0.1', '127.9.8.7', '::1', '[::1]'])(
    'is recognized: %s',
    (host) => expect(isLoopback(host)).toBe(true),
  );

  it.each([
    '',
    '0.0.0.0',
    '::',
    '10.0.0.1',
    'localhost.evil.example',
    'notlocalhost',
    '127.0.0.1.evil.example',
    'evil.example/x.localhost',
    'me@x.localhost',
    '::ffff:127.0.0.1',
  ])('is not seen in %s', (host) => expect(isLoopback(host)).toBe(false));
});

describe('a Host header', () => {
  it.each([
    ['localhost:4405', 'localhost', '4405'],
    ['localhost', 'localhost', ''],
    ['localhost:80', 'localhost', ''],
    ['[::1]:4405', '[::1]', '4405'],
    ['[0:0::1]', '[::1]', ''],
    ['Chat.Example.COM.:8443', 'chat.example.com', '8443'],
    ['bücher.example', 'xn--bcher-kva.example', ''],
  ])('is read as a URL would: %s', (header, name, port) =>
    expect(parseHost(header)).toEqual({ name, port }),
  );

  it.each([
    '',
    '.',
    ':4405',
    'localhost:99999',
    'localhost:1x',
    '127.999.1.1',
    'me@localhost',
    'me:secret@localhost',
    'localhost/evil',
    'localhost\\evil',
    'localhost?x',
    'localhost#x',
    'evil.example%00.localhost',
    'a b',
    'localhost\r\nx: y',
    '[::1',
    '::1',
    '[localhost]',
  ])('names no host: %j', (header) => expect(parseHost(header)).toBeUndefined());
});
