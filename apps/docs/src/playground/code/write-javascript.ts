import type { Call } from '../request.ts';
import { javascript } from './literals.ts';
import { wireBody } from './wire-body.ts';

const HEAD = `const { AIMLAPI_API_KEY, AIMLAPI_BASE_URL = 'https://api.aimlapi.com/v1' } = process.env;
`;

const ASK = `async function ask(body) {
  const response = await fetch(\`\${AIMLAPI_BASE_URL}/chat/completions\`, {
    method: 'POST',
    headers: {
      Authorization: \`Bearer \${AIMLAPI_API_KEY}\`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(\`\${response.status} from the host: \${await response.text()}\`);
  return (await response.json()).choices[0].message;
}
`;

/** Without a client: `fetch`, and where there are tools the loop that runs them. */
export function writeJavaScript(call: Call): string {
  const body = `const body = ${javascript(wireBody(call))};\n`;
  if (call.tools.length === 0) {
    return `${HEAD}\n${ASK}\n${body}\nconst answer = await ask(body);\nconsole.log(answer.content);\n`;
  }
  return `${HEAD}\n${toolsOf(call)}\n${ASK}\n${body}\n${LOOP}`;
}

function toolsOf({ tools }: Call): string {
  const functions = tools.map(
    ({ name, expression }) => `  ${name}: (args) => (${expression.javascript}),\n`,
  );
  return `const tools = {\n${functions.join('')}};\n`;
}

const LOOP = `let answer = await ask(body);
for (let turn = 1; answer.tool_calls?.length && turn < 10; turn += 1) {
  body.messages.push(answer);
  for (const { id, function: call } of answer.tool_calls) {
    const content = JSON.stringify(tools[call.name](JSON.parse(call.arguments)));
    body.messages.push({ role: 'tool', tool_call_id: id, content });
  }
  answer = await ask(body);
}
console.log(answer.content);
`;
