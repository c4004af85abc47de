import { JAVASCRIPT, literal } from './literal.ts';
import type { Program } from './program.ts';

/** A program with the client; it keeps its types. */
export function typescriptProgram({ params, target, isStreamed }: Program): string {
  const { host, apiKeyEnv, baseURL, source } = target;
  const options = {
    ...(host !== 'aimlapi' && { host }),
    // What the environment says, it says to the program as well.
    ...(source !== 'default' && source !== 'environment' && { baseURL }),
  };
  const given = Object.keys(options).length === 0 ? '' : literal(options, JAVASCRIPT, 1);
  const request = literal(params, JAVASCRIPT);
  const key = apiKeyEnv === undefined ? '' : `// The key is read from ${apiKeyEnv}.\n`;
  const call = isStreamed
    ? `const stream = hermes.chat.completions.stream(${request});

for await (const part of stream) {
  if (part.type === 'text-delta') process.stdout.write(part.text);
}
process.stdout.write('\\n');
`
    : `const completion = await hermes.chat.completions.create(${request});

console.log(completion.choices[0]?.message.content);
`;
  return `// npm install @hermes4/node
import { createHermes } from '@hermes4/node';

${key}const hermes = createHermes(${given});

${call}`;
}
