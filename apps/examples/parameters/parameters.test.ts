import { describe, expect, it } from 'vitest';
import { parseCompletion } from '../test/completion.ts';
import { KEY, useLocalHost } from '../test/local-host.ts';
import { findCurl, findPython } from '../test/programs.ts';
import { runExample } from '../test/run-example.ts';

const PRINTED = /^(?<text>.+)\n(?<reason>stop|length) (?<tokens>\d+)\n$/;

describe('the optional parameters', () => {
  const host = useLocalHost();
  const envOf = () => ({ AIMLAPI_API_KEY: KEY, AIMLAPI_BASE_URL: host.baseURL });

  it('get the same answer in TypeScript, JavaScript, Python and cURL', async () => {
    const commands = [
      [process.execPath, '--import', 'tsx', 'parameters/parameters.ts'],
      [process.execPath, 'parameters/parameters.mjs'],
      [findPython(), 'parameters/parameters.py'],
    ] as const;
    const outcomes = await Promise.all(commands.map((command) => runExample(command, envOf())));
    for (const outcome of outcomes) expect(outcome).toMatchObject({ exitCode: 0, stderr: '' });
    const [printed = ''] = new Set(outcomes.map(({ stdout }) => stdout));
    expect(new Set(outcomes.map(({ stdout }) => stdout)).size).toBe(1);

    findCurl();
    const curled = await runExample(['sh', 'parameters/parameters.sh'], envOf());
    const { choices, usage } = parseCompletion(curled.stdout);
    expect(PRINTED.exec(printed)?.groups).toEqual({
      text: choices[0]?.message.content,
      reason: choices[0]?.finish_reason,
      tokens: String(usage?.completion_tokens),
    });
  });
});
