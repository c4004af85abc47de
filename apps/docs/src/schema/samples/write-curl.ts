import { shell } from '../../playground/code/literals.ts';
import type { Operation, Request } from '../field.ts';
import { requestLine } from './request-line.ts';

const BASE = '${AIMLAPI_BASE_URL:-https://api.aimlapi.com/v1}';

/** One command; it prints what the host sends. */
export function writeCurl(operation: Operation, request: Request): string {
  const { method, needsKey } = operation;
  const { path, query, headers } = requestLine(operation, request.values);
  const isBelowBase = path.startsWith('/v1/');
  const isStreamed = request.body?.['stream'] === true;
  const flags = [
    '--silent',
    '--show-error',
    '--fail-with-body',
    ...(isStreamed ? ['--no-buffer'] : []),
    ...(query.length > 0 ? ['--get'] : []),
    ...(method === 'GET' || (method === 'POST' && request.body) ? [] : [`--request ${method}`]),
  ];
  const lines = [
    `curl ${flags.join(' ')}`,
    isBelowBase ? `"${BASE}${path.slice('/v1'.length)}"` : `"\${base_url%/v1}${path}"`,
    ...query.map(([name, value]) => `--data-urlencode ${shell(`${name}=${value}`)}`),
    ...(needsKey ? ['--header "Authorization: Bearer $AIMLAPI_API_KEY"'] : []),
    ...(request.body ? ["--header 'Content-Type: application/json'"] : []),
    ...headers.map(([name, value]) => `--header ${shell(`${name}: ${value}`)}`),
    ...(request.body ? [`--data-raw ${shell(JSON.stringify(request.body, null, 2))}`] : []),
  ];
  // Paths of another version begin where the base does.
  const base = isBelowBase ? '' : `base_url="${BASE}"\n`;
  return `${base}${lines.join(' \\\n  ')}\n`;
}
