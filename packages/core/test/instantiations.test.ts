import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

function path(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}

/** What the compiler finds wrong with a program, and how many types it had to instantiate for it. */
function compile(text: string): { faults: string[]; instantiations: number } {
  const file = path('program.ts');
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(path('../tsconfig.json'), ts.sys.readFile).config,
    ts.sys,
    path('..'),
  );
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === file
      ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022)
      : getSourceFile(name, ...rest);
  const program = ts.createProgram([file], options, host);
  const source = program.getSourceFile(file);
  const faults = [
    ...program.getSyntacticDiagnostics(source),
    ...program.getSemanticDiagnostics(source),
  ].map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  return { faults, instantiations: program.getInstantiationCount() };
}

test('a small program costs the compiler little', () => {
  const { faults, instantiations } = compile(`
    import { createHermes, isHermesError, tool } from '../src/index.ts';
    const { completions } = createHermes({ apiKey: 'key' }).chat;
    const messages = [{ role: 'user' as const, content: 'Hello' }];
    try {
      const completion = await completions.create({ messages });
      messages.push({ role: 'user', content: completion.choices[0]?.message.content ?? '' });
      for await (const chunk of await completions.create({ messages, stream: true })) void chunk.id;
      for await (const part of completions.stream({ messages })) void part.type;
      const response_format = { type: 'json_schema' as const, json_schema: { name: 'a', schema: {} } };
      const parsed: unknown = (await completions.parse({ messages, response_format })).choices[0].message.parsed;
      const echo = tool({ name: 'echo', parameters: { type: 'object' }, run: (args) => args });
      for await (const event of completions.runTools({ messages, tools: [echo] })) void event.turn;
      void parsed;
    } catch (error) {
      if (!isHermesError(error)) throw error;
      const code: string = error.code;
      void code;
    }
  `);
  expect(faults).toEqual([]);
  expect(instantiations).toBeLessThan(50_000);
});

test('schemas of a library add what the library costs, and little of ours', () => {
  const use = `
    const city = z.object({ city: z.string(), tags: z.array(z.object({ name: z.string() })) });
    const sure: z.output<typeof city> = city.parse({});
    void sure;
  `;
  const library = compile(`import { z } from 'zod';${use}`);
  const both = compile(`
    import { z } from 'zod';
    import { createHermes, tool } from '../src/index.ts';
    ${use}
    const { completions } = createHermes({ apiKey: 'key' }).chat;
    const messages = [{ role: 'user' as const, content: 'Hello' }];
    const name: string = (await completions.parse({ messages, response_format: city })).choices[0].message.parsed.city;
    const partial: string | undefined = completions.stream({ messages, response_format: city }).partial()?.tags?.[0]?.name;
    completions.runTools({ messages, tools: [tool({ name, parameters: city, run: (args) => args.tags })] });
    void partial;
  `);
  expect([library.faults, both.faults]).toEqual([[], []]);
  expect(both.instantiations - library.instantiations).toBeLessThan(50_000);
});
