import type { Call } from '../request.ts';
import { shell } from './literals.ts';
import { wireBody } from './wire-body.ts';

/** One request; with tools the answer is the calls that the model makes. */
export function writeCurl(call: Call): string {
  return `curl --silent --show-error --fail-with-body \\
  "\${AIMLAPI_BASE_URL:-https://api.aimlapi.com/v1}/chat/completions" \\
  --header "Authorization: Bearer $AIMLAPI_API_KEY" \\
  --header 'Content-Type: application/json' \\
  --data-raw ${shell(JSON.stringify(wireBody(call), null, 2))}
`;
}
