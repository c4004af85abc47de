import { inspect } from 'node:util';
import * as core from '@hermes4/core';
import { describe, expect, it, vi } from 'vitest';
import * as node from './index.ts';

const HELLO = { messages: [{ role: 'user' as const, content: 'Hello' }] };
const SECRET = 'sk-very-secret';

describe('the client for Node', () => {
  it('sends the key of the environment to the host of the environment', async () => {
    vi.stubEnv('AIMLAPI_API_KEY', `${SECRET}\n`);
    vi.stubEnv('AIMLAPI_BASE_URL', 'https://a.example/v1/');
    const { fetch, calls } = refusingFetch();
    await node
      .createHermes({ fetch })
      .chat.completions.create(HELLO)
      .catch(() => undefined);
    expect(calls).toEqual([['https://a.example/v1/chat/completions', `Bearer ${SECRET}`]]);
  });

  it('takes an environment of the caller in place of that of the process', async () => {
    vi.stubEnv('AIMLAPI_API_KEY', SECRET);
    const { fetch, calls } = refusingFetch();
    const hermes = node.createHermes({ fetch }, { AIMLAPI_API_KEY: 'sk-other' });
    await hermes.chat.completions.create(HELLO).catch(() => undefined);
    expect(calls).toEqual([['https://api.aimlapi.com/v1/chat/completions', 'Bearer sk-other']]);
  });

  it('cannot be made without a key', () => {
    expect(() => node.createHermes({}, {})).toThrow(
      expect.objectContaining({ code: 'missing_api_key' }),
    );
  });

  it.each([
    ['with a space inside', `${SECRET} ${SECRET}`],
    ['with a newline inside', `${SECRET}\n${SECRET}`],
    ['in quotes that are not ASCII', `“${SECRET}”`],
  ])('never repeats a key that cannot be used: %s', (_, key) => {
    const error = thrownBy(() => node.createHermes({}, { AIMLAPI_API_KEY: key }));
    expect(error).toMatchObject({ code: 'invalid_options', path: 'apiKey' });
    expect(inspect(error, { depth: 10 })).not.toContain(SECRET);
  });

  it('never repeats its key when the host refuses it', async () => {
    const { fetch } = refusingFetch();
    const hermes = node.createHermes({ fetch }, { AIMLAPI_API_KEY: SECRET });
    const error: unknown = await hermes.chat.completions
      .create(HELLO)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'unauthorized' });
    expect(inspect(error, { depth: 10 })).not.toContain(SECRET);
  });
});

describe('the package', () => {
  it('exports everything that core does, with a client of its own', () => {
    const { createHermes, fileFromPath, fileFromStream, record, replay, ...others } = node;
    expect(others).toEqual({ ...core, createHermes: undefined });
    for (const own of [fileFromPath, fileFromStream, record, replay])
      expect(own).toBeTypeOf('function');
    expect(createHermes).not.toBe(core.createHermes);
  });
});

/** A host that says no, and a note of who asked it. */
function refusingFetch(): { fetch: core.Fetch; calls: (string | null)[][] } {
  const calls: (string | null)[][] = [];
  const fetch: core.Fetch = (input, init) => {
    const request = new Request(input, init);
    calls.push([request.url, request.headers.get('authorization')]);
    return Promise.resolve(Response.json({ message: 'No.' }, { status: 401 }));
  };
  return { fetch, calls };
}

function thrownBy(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
}
