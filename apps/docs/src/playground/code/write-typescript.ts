import { type Call, formatOf } from '../request.ts';
import { javascript } from './literals.ts';

/** With the client: streamed text, a run of tools, or a checked value. */
export function writeTypeScript(call: Call): string {
  const names = ['createHermes', ...(call.tools.length > 0 ? ['tool'] : [])];
  const head = `import { ${names.join(', ')} } from '@hermes4/node';

// The key is read from AIMLAPI_API_KEY.
const hermes = createHermes();
`;
  if (call.tools.length > 0) return `${head}\n${toolsOf(call)}\n${runOf(call)}`;
  return `${head}\n${call.schema ? parseOf(call) : streamOf(call)}`;
}

function argumentsOf({ messages, params, reasoning, schema }: Call, more: string[] = []): string {
  const lines = [
    `messages: ${javascript(messages, '  ')},`,
    ...Object.entries(params).map(([name, value]) => `${name}: ${value},`),
    ...(reasoning ? ['reasoning: true,'] : []),
    ...(schema ? [`response_format: ${javascript(formatOf(schema), '  ')},`] : []),
    ...more,
  ];
  return `{\n${lines.map((line) => `  ${line}\n`).join('')}}`;
}

function streamOf(call: Call): string {
  const thoughts = call.reasoning
    ? "  if (part.type === 'reasoning-delta') process.stderr.write(part.text);\n"
    : '';
  return `const stream = hermes.chat.completions.stream(${argumentsOf(call)});

for await (const part of stream) {
${thoughts}  if (part.type === 'text-delta') process.stdout.write(part.text);
}

const { usage } = await stream.finalCompletion();
console.log(\`\\n\\n\${usage?.completion_tokens} tokens\`);
`;
}

function parseOf(call: Call): string {
  return `const completion = await hermes.chat.completions.parse(${argumentsOf(call)});

// Checked against the schema.
console.log(completion.choices[0].message.parsed);
`;
}

function toolsOf({ tools }: Call): string {
  return tools
    .map(
      ({ name, description, parameters, expression }) => `const ${name} = tool({
  name: ${javascript(name)},
  description: ${javascript(description)},
  parameters: ${javascript(parameters, '  ')},
  run: (args: ${typeOf(parameters)}) => (${expression.javascript}),
});
`,
    )
    .join('\n');
}

/** The type of a tool's arguments, each of which is named by a type that JSON Schema and TypeScript share. */
function typeOf({ properties }: Readonly<Record<string, unknown>>): string {
  const fields = Object.entries(properties as Readonly<Record<string, { readonly type: string }>>);
  return `{ ${fields.map(([name, { type }]) => `${name}: ${type}`).join('; ')} }`;
}

function runOf(call: Call): string {
  const tools = `tools: [${call.tools.map(({ name }) => name).join(', ')}],`;
  return `const run = hermes.chat.completions.runTools(${argumentsOf(call, [tools])});

const { choices } = await run.finalCompletion();
console.log(choices[0]?.message.content);
`;
}
