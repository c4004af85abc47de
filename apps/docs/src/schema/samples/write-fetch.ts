import { javascript } from '../../playground/code/literals.ts';
import type { Operation, Request } from '../field.ts';
import { requestLine } from './request-line.ts';

const OR_THROW = `if (!response.ok) {
  throw new Error(\`\${response.status} from the host: \${await response.text()}\`);
}
`;

const PRINT_WHOLE = `console.log(JSON.stringify(await response.json(), null, 2));
`;

const PRINT_EVENTS = `// Each event as it comes.
for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
  process.stdout.write(text);
}
`;

/** JavaScript without a client: `fetch`. */
export function writeFetch(operation: Operation, request: Request): string {
  const names = operation.needsKey ? 'AIMLAPI_API_KEY, AIMLAPI_BASE_URL' : 'AIMLAPI_BASE_URL';
  const { query } = requestLine(operation, request.values);
  const address = addressOf(operation, request);
  const options = optionsOf(operation, request).map((line) => `  ${line}\n`);
  const given = options.length > 0 ? `, {\n${options.join('')}}` : '';
  const search = `url.search = String(new URLSearchParams(${javascript(together(query))}));`;
  const start = query.length > 0 ? `const url = ${address};\n${search}\n\n` : '';
  return `const { ${names} = 'https://api.aimlapi.com/v1' } = process.env;

${start}const response = await fetch(${start === '' ? address : 'url'}${given});

${OR_THROW}
${request.body?.['stream'] === true ? PRINT_EVENTS : PRINT_WHOLE}`;
}

function optionsOf(operation: Operation, request: Request): string[] {
  const { needsKey, method } = operation;
  const { headers } = requestLine(operation, request.values);
  const heads = [
    ...(needsKey ? ['Authorization: `Bearer ${AIMLAPI_API_KEY}`,'] : []),
    ...(request.body ? ["'Content-Type': 'application/json',"] : []),
    ...headers.map(([name, value]) => `${javascript(name)}: ${javascript(value)},`),
  ];
  return [
    ...(method === 'GET' ? [] : [`method: '${method}',`]),
    ...(heads.length > 0
      ? [`headers: {\n${heads.map((head) => `    ${head}\n`).join('')}  },`]
      : []),
    ...(request.body ? [`body: JSON.stringify(${javascript(request.body, '  ')}),`] : []),
  ];
}

/** Some paths have another version than the base, or none. */
function addressOf(operation: Operation, { values }: Request): string {
  const { path, query } = requestLine(operation, values);
  if (!path.startsWith('/v1/')) return `new URL(${javascript(path)}, AIMLAPI_BASE_URL)`;
  const below = `\`\${AIMLAPI_BASE_URL}${path.slice('/v1'.length)}\``;
  return query.length === 0 ? below : `new URL(${below})`;
}

/** An object where each name stands once, pairs where one is repeated. */
function together(pairs: readonly (readonly [string, string])[]): object {
  const named = Object.fromEntries(pairs);
  return Object.keys(named).length === pairs.length ? named : pairs;
}
