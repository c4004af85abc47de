import { createHermes } from '@hermes4/node';
import { describe, expect, it } from 'vitest';
import { KEY, useLocalHost } from '../test/local-host.ts';
import { runExample } from '../test/run-example.ts';

const command = [process.execPath, '--import', 'tsx', 'streaming/streaming.ts'] as const;

describe('the streaming example', () => {
  const host = useLocalHost();

  it('prints the text that a call in one piece gets, then the tokens it took', async () => {
    const hermes = createHermes({ apiKey: KEY, baseURL: host.baseURL });
    const { choices, usage } = await hermes.chat.completions.create({
      messages: [{ role: 'user', content: 'Hello' }],
    });
    const env = { AIMLAPI_API_KEY: KEY, AIMLAPI_BASE_URL: host.baseURL };
    expect(await runExample(command, env)).toEqual({
      exitCode: 0,
      stdout: `${choices[0]?.message.content ?? ''}\n\n${usage?.completion_tokens ?? 0} tokens\n`,
      stderr: '',
    });
  });

  it('ends with an error and the words of a host that refuses the key', async () => {
    const env = { AIMLAPI_API_KEY: 'wrong-key', AIMLAPI_BASE_URL: host.baseURL };
    const { exitCode, stderr } = await runExample(command, env);
    expect(exitCode).toBeGreaterThan(0);
    expect(stderr).toContain('This request requires a valid API key.');
    expect(stderr).not.toContain('wrong-key');
  });
});
