import { describe, expect, it } from 'vitest';
import { answering } from '../../test/answering.ts';
import { inPieces, scriptedEngine } from '../../test/scripted-engine.ts';
import { Refusal } from '../refusal.ts';
import type { DialectName } from './dialect.ts';
import { dialects } from './dialects.ts';

const TEXT = '<think>\nHm.\n</think>\n<tool_call>\n{"name": "f", "arguments": {}}\n</tool_call>';
const TOOLS = [{ type: 'function', function: { name: 'f', parameters: {} } }];
const refusal = new Refusal(400, 'Too long.');

describe('OpenRouter', () => {
  it('begins with comments, and says thoughts in two fields', async () => {
    const lines = await linesOf('openrouter');
    expect(lines.slice(0, 2)).toEqual([': OPENROUTER PROCESSING', ': OPENROUTER PROCESSING']);
    const chunks = dataOf(lines);
    expect(chunks[1]).toMatchObject({
      id: expect.stringMatching(/^gen-\d+-[\da-f]{20}$/) as string,
      provider: 'hermes4-local',
      choices: [
        {
          delta: {
            role: 'assistant',
            content: '',
            reasoning: 'Hm.',
            reasoning_details: [{ type: 'reasoning.text', text: 'Hm.', index: 0 }],
          },
          native_finish_reason: null,
        },
      ],
    });
    expect(JSON.stringify(chunks)).not.toContain('reasoning_content');
  });

  it('says both in a whole answer, and what it cost in the usage', async () => {
    expect(await wholeOf('openrouter')).toMatchObject({
      provider: 'hermes4-local',
      choices: [{ message: { reasoning: 'Hm.' }, native_finish_reason: 'tool_calls' }],
      usage: { cost: expect.any(Number) as number, is_byok: false },
    });
  });

  it('nests its errors', () => {
    expect(dialects.openrouter.refusal(refusal, {})).toEqual({
      error: { code: 400, message: 'Too long.' },
    });
  });
});

describe('vLLM', () => {
  it('says thoughts as `reasoning`, and lists no calls as an empty list', async () => {
    const [, chunk] = dataOf(await linesOf('vllm'));
    expect(chunk).toMatchObject({ choices: [{ delta: { reasoning: 'Hm.' } }] });
    expect(await wholeOf('vllm', 'Hi')).toMatchObject({
      choices: [{ message: { content: 'Hi', reasoning: null, tool_calls: [] }, stop_reason: null }],
    });
  });

  it('names the type of an error', () => {
    expect(dialects.vllm.refusal(refusal, {})).toEqual({
      error: { message: 'Too long.', type: 'BadRequestError', param: null, code: 400 },
    });
    expect(dialects.vllm.refusal(new Refusal(502, 'x'), {})).toMatchObject({
      error: { type: 'InternalServerError' },
    });
  });
});

describe('a host that parses nothing', () => {
  it('leaves thoughts and calls in the text, and stops for no call', async () => {
    const text = '<think>Hm.</think><tool_call>\n{"name": "f", "arguments": {}}\n</tool_call>';
    expect(await wholeOf('inline')).toMatchObject({
      choices: [{ message: { content: text }, finish_reason: 'stop' }],
    });
    const chunks = dataOf(await linesOf('inline')) as {
      choices?: { delta: { content?: string }; finish_reason: unknown }[];
    }[];
    const choices = chunks.flatMap((chunk) => chunk.choices ?? []);
    expect(choices.map(({ delta }) => delta.content ?? '').join('')).toBe(text);
    expect(choices.at(-1)?.finish_reason).toBe('stop');
  });
});

describe('an odd host', () => {
  it('sends what was seen, and ends with its last chunk twice', async () => {
    const lines = await linesOf('odd');
    expect(lines[0]).toBe(': ping');
    const chunks = dataOf(lines);
    expect(chunks[0]).toMatchObject({ choices: [], usage: null });
    expect(chunks[2]).toMatchObject({
      id: '',
      choices: [{ delta: { role: null, content: null } }],
    });
    expect(chunks[2]).not.toHaveProperty('choices.0.index');
    const [last, again] = chunks.slice(-2);
    expect(last).toMatchObject({
      choices: [{ finish_reason: 'tool_use' }],
      usage: { total_tokens: 26 },
    });
    expect(again).not.toHaveProperty('choices.0.delta');
  });
});

describe('the hosted API', () => {
  it('refuses in the words that the server has made for it', () => {
    const hosted = { statusCode: 400 };
    expect(dialects.aimlapi.refusal(refusal, hosted)).toBe(hosted);
  });
});

async function linesOf(name: DialectName): Promise<string[]> {
  const response = await ask(name, TEXT, { stream: true });
  return (await response.text()).split('\n\n').slice(0, -1);
}

async function wholeOf(name: DialectName, text: string = TEXT): Promise<unknown> {
  return (await ask(name, text, {})).json();
}

function ask(name: DialectName, text: string, change: object): Promise<Response> {
  const engine = scriptedEngine(() => inPieces(text, 4));
  return answering({ engine, dialect: dialects[name] }).ask({ tools: TOOLS, ...change });
}

function dataOf(lines: readonly string[]): unknown[] {
  return lines
    .filter((line) => line.startsWith('data: {'))
    .map((line) => JSON.parse(line.slice('data: '.length)) as unknown);
}
