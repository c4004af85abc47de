import { describe, expect, it } from 'vitest';
import { hostName, isLoopback } from './loopback.ts';

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

  it.each([
    ['localhost:4405', 'localhost'],
    ['localhost', 'localhost'],
    ['[::1]:4405', '[::1]'],
    ['[::1]', '[::1]'],
  ])('is found before the port of %s', (header, name) => expect(hostName(header)).toBe(name));
});
