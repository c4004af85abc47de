import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blanksOf, fillTemplate, readBlanks } from './fill-template.ts';
import { parseTemplate } from './parse-template.ts';
import type { Template } from './template.ts';

const read = (text: string): Promise<Template> => parseTemplate(text, '/t/x.toml');

describe('the file of a template', () => {
  it('has a system, a prompt, defaults, parameters and a schema', async () => {
    const text = `
      system = "You speak {{language}}."
      prompt = "Say {{input}}"
      schema = "city.json"
      [defaults]
      language = "Greek"
      [parameters]
      temperature = 0.2
      stop = "###"
      reasoning = "hide"`;
    expect(await read(text)).toEqual({
      place: '/t/x.toml',
      system: 'You speak {{language}}.',
      prompt: 'Say {{input}}',
      defaults: { language: 'Greek' },
      parameters: { temperature: 0.2, stop: ['###'], reasoning: 'hide' },
      schema: '/t/city.json',
    });
  });

  it('may have its schema within', async () => {
    const { schema } = await read('prompt = "x"\n[schema]\ntype = "object"\n');
    expect(schema).toBe('{"type":"object"}');
  });

  it.each<[string, string]>([
    ['promt = "x"', 'a template has no field "promt". Its fields are system, prompt'],
    ['prompt = 7', 'prompt: expected a text, received 7'],
    ['', 'a template needs a system, a prompt, or both'],
    ['prompt = "x"\nparameters = 1', 'parameters: expected a table, received 1'],
    ['prompt = "x"\n[parameters]\nhost = "local"', 'parameters has no "host"'],
    ['prompt = "x"\n[parameters]\ntop-p = 9', '/t/x.toml: parameters: top-p: Expected a number'],
    ['prompt = "x"\n[defaults]\na = []', 'defaults.a: expected a text'],
    ['prompt = "x"\nschema = 1', 'schema: expected a file or a table'],
    ['prompt = "x', '/t/x.toml:1:'],
  ])('is told of what cannot be used: %j', async (text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });
});

describe('filling a template', () => {
  const template = (more: Partial<Template>): Template => ({
    place: 'x.toml',
    defaults: {},
    parameters: {},
    ...more,
  });

  it('puts values into blanks, and defaults where nobody says otherwise', () => {
    const given = template({
      system: 'Speak {{ language }}.',
      prompt: '{{tone}}: {{input}}, {{input}}',
      defaults: { language: 'Greek', tone: 'calm' },
    });
    expect(blanksOf(given)).toEqual(['language', 'tone', 'input']);
    expect(fillTemplate(given, { tone: 'loud' }, 'hi')).toEqual({
      system: 'Speak Greek.',
      prompt: 'loud: hi, hi',
    });
  });

  it('puts what is piped in behind a prompt without a place for it', () => {
    expect(fillTemplate(template({ prompt: 'Review this:\n' }), {}, 'x = 1').prompt).toBe(
      'Review this:\n\nx = 1',
    );
    expect(fillTemplate(template({ system: 'Be brief' }), {}, 'Why?').prompt).toBe('Why?');
  });

  it('leaves what goes in as it is, blanks and all', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (value, input) => {
        const given = template({ prompt: '[{{a}}]{{input}}[' });
        expect(fillTemplate(given, { a: value }, input).prompt).toBe(`[${value}]${input}[`);
      }),
    );
    const given = template({ prompt: '{{a}}{{input}}' });
    expect(fillTemplate(given, { a: '{{input}}' }, '$& {{a}}').prompt).toBe('{{input}}$& {{a}}');
  });

  it.each<[Record<string, string>, string | undefined, string]>([
    [{}, 'x', 'x.toml has blanks that nothing fills. Fill them with -p a=…'],
    [{ a: '1' }, undefined, 'pass it as an argument, or pipe it in'],
    [{ a: '1', b: '2' }, 'x', 'x.toml has no blank {{b}}. Its blanks are a, input.'],
  ])('tells what is missing or too much: %j', (values, input, message) => {
    const given = template({ prompt: '{{a}} {{input}}' });
    expect(() => fillTemplate(given, values, input)).toThrow(message);
  });

  it('reads name=value, the value as it stands', () => {
    expect(readBlanks(['a=1=2\n3', 'b='])).toEqual({ a: '1=2\n3', b: '' });
    expect(() => readBlanks(['a'])).toThrow('-p: expected name=value, received "a"');
  });
});
