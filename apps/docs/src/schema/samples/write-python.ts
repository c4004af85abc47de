import { python } from '../../playground/code/literals.ts';
import type { Operation, Request } from '../field.ts';
import { requestLine } from './request-line.ts';

const PRINT_WHOLE = `print(json.dumps(response.json(), indent=2, ensure_ascii=False))
`;

const PRINT_EVENTS = `# Each event as it comes.
for line in response.iter_lines():
    print(line.decode("utf-8"), flush=True)
`;

/** With requests, which most have at hand. */
export function writePython(operation: Operation, request: Request): string {
  const { path, query, headers } = requestLine(operation, request.values);
  const isStreamed = request.body?.['stream'] === true;
  const isBelowBase = path.startsWith('/v1/');
  const heads = [
    ...(operation.needsKey ? [`"Authorization": f"Bearer {os.environ['AIMLAPI_API_KEY']}"`] : []),
    ...headers.map(([name, value]) => `${python(name)}: ${python(value)}`),
  ];
  const lines = [
    isBelowBase
      ? `f"{base_url}${path.slice('/v1'.length)}",`
      : `urljoin(base_url, ${python(path)}),`,
    ...(heads.length > 0 ? [`headers={${heads.join(', ')}},`] : []),
    ...(query.length > 0 ? [`params=${python(together(query), '    ')},`] : []),
    ...(request.body ? [`json=${python(request.body, '    ')},`] : []),
    ...(isStreamed ? ['stream=True,'] : []),
  ];
  return `${isStreamed ? '' : 'import json\n'}import os
import sys
${isBelowBase ? '' : 'from urllib.parse import urljoin\n'}
import requests  # pip install requests

base_url = os.environ.get("AIMLAPI_BASE_URL", "https://api.aimlapi.com/v1")

response = requests.${operation.method.toLowerCase()}(
${lines.map((line) => `    ${line}\n`).join('')})

if not response.ok:
    sys.exit(f"{response.status_code} from the host: {response.text}")

${isStreamed ? PRINT_EVENTS : PRINT_WHOLE}`;
}

/** What is named once is a text, what is named more often a list. */
function together(pairs: readonly (readonly [string, string])[]): Record<string, unknown> {
  const names = [...new Set(pairs.map(([name]) => name))];
  return Object.fromEntries(
    names.map((name) => {
      const values = pairs.filter(([one]) => one === name).map(([, value]) => value);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}
