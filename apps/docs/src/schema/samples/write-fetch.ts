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

/** JavaScript without a client: \`fetch\`. */
export function writeFetch(operation: Operation, request: Request): string {
  const { needsKey, method } = operation;
  const { query, headers } = requestLine(operation, request.values);
  const sent: Record<string, string> = Object.fromEntries(headers);
  const heads = [
    ...(needsKey ? ['Authorization: `Bearer ${AIMLAPI_API_KEY}`,'] : []),
    ...(request.body ? ["'Content-Type': 'application/json',"] : []),
    ...Object.entries(sent).map(([name, value]) => `${javascript(name)}: ${javascript(value)},`),
  ];
  const options = [
    ...(method === 'GET' ? [] : [`method: '${method}',`]),
    ...(heads.length > 0
      ? [`headers: {\n${heads.map((head) => `    ${head}\n`).join('')}  },`]
      : []),
    ...(request.body ? [`body: JSON.stringify(${javascript(request.body, '  ')}),`] : []),
  ];
  const address = addressOf(operation, request);
  const isPlain = query.length === 0;
  const url = isPlain
    ? ''
    : `const url = ${address};\nurl.search = String(new URLSearchParams(${javascript(query)}));\n\n`;
  const given = options.length > 0 ? `, {\n${options.map((one) => `  ${one}\n`).join('')}}` : '';
  const isStreamed = request.body?.['stream'] === true;
  return `const { ${needsKey ? 'AIMLAPI_API_KEY, ' : ''}AIMLAPI_BASE_URL = 'https://api.aimlapi.com/v1' } = process.env;

${url}const response = await fetch(${isPlain ? address : 'url'}${given});

${OR_THROW}
${isStreamed ? PRINT_EVENTS : PRINT_WHOLE}`;
}

/** Some paths have another version than the base, or none. */
function addressOf(operation: Operation, { values }: Request): string {
  const { path, query } = requestLine(operation, values);
  if (!path.startsWith('/v1/')) return `new URL(${javascript(path)}, AIMLAPI_BASE_URL)`;
  const below = `\`\${AIMLAPI_BASE_URL}${path.slice('/v1'.length)}\``;
  return query.length === 0 ? below : `new URL(${below})`;
}
