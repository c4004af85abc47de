import { javascript } from '../../playground/code/literals.ts';
import type { Operation, Request } from '../field.ts';
import { clientArguments, clientCall } from './client-calls.ts';

/** With the client. */
export function writeClient(operation: Operation, request: Request): string {
  return `import { createHermes } from '@hermes4/node';

// ${keyWords(operation)}
const hermes = createHermes();

${use(operation, request)}`;
}

function keyWords({ needsKey }: Operation): string {
  return needsKey
    ? 'The key is read from AIMLAPI_API_KEY, another host from AIMLAPI_BASE_URL.'
    : 'No key is needed; another host is read from AIMLAPI_BASE_URL.';
}

function use(operation: Operation, request: Request): string {
  const { method, isList = false } = clientCall(operation);
  const args = clientArguments(operation, request).map((arg) => javascript(arg));
  const call = `hermes.${method}(${args.join(', ')})`;
  if (request.body?.['stream'] === true) {
    return `const stream = await ${call};

for await (const { choices } of stream) {
  process.stdout.write(choices[0]?.delta?.content ?? '');
}
process.stdout.write('\\n');
`;
  }
  if (isList && request.values['limit'] === undefined) {
    return `for await (const entry of ${call}) {
  console.log(entry);
}
`;
  }
  if (isList) {
    return `const page = await ${call};

console.log(page.data);
`;
  }
  const secret =
    operation.id === 'createKey'
      ? '\n// It is here and never again: keep it where nobody else can read it.\nprocess.stdout.write(`${answer.key}\\n`);\n'
      : '';
  return `const answer = await ${call};

console.log(JSON.stringify(answer, null, 2));
${secret}`;
}
