import { JAVASCRIPT, literal } from './literal.ts';
import { addressVariable, type Program } from './program.ts';

/** A program for Node, Bun and Deno that needs nothing installed. */
export function javascriptProgram(program: Program): string {
  const { body, target, isStreamed } = program;
  const { apiKeyEnv: key } = target;
  const address = addressVariable(target);
  const names = [key, address && `${address} = '${target.baseURL}'`].filter(Boolean).join(', ');
  const start =
    address === undefined
      ? `const url = '${target.baseURL}/chat/completions';`
      : `const { ${names} } = process.env;\nconst url = \`\${${address}}/chat/completions\`;`;
  const authorization = key === undefined ? '' : `\n    Authorization: \`Bearer \${${key}}\`,`;
  return `${start}

const response = await fetch(url, {
  method: 'POST',
  headers: {${authorization}
    'Content-Type': 'application/json',
  },
  body: JSON.stringify(${literal(body, JAVASCRIPT, 1)}),
});

if (!response.ok) {
  throw new Error(\`\${response.status} from the host: \${await response.text()}\`);
}

${isStreamed ? STREAMED : WHOLE}`;
}

const WHOLE = `const completion = await response.json();
console.log(completion.choices[0].message.content);
`;

const STREAMED = `let rest = '';
for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
  const lines = (rest + text).split('\\n');
  rest = lines.pop();
  for (const line of lines) {
    if (!line.startsWith('data: {')) continue;
    const chunk = JSON.parse(line.slice('data: '.length));
    process.stdout.write(chunk.choices[0]?.delta?.content ?? '');
  }
}
process.stdout.write('\\n');
`;
