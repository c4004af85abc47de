import { JSON_NOTATION, literal } from './literal.ts';
import { addressVariable, type Program } from './program.ts';

/** A script of the shell; it prints what the host sends. */
export function curlProgram({ body, target, isStreamed }: Program): string {
  const { apiKeyEnv: key, baseURL } = target;
  const address = addressVariable(target);
  const base = address === undefined ? baseURL : `\${${address}:-${baseURL}}`;
  const flags = [
    '--silent',
    '--show-error',
    '--fail-with-body',
    ...(isStreamed ? ['--no-buffer'] : []),
  ];
  const authorization = key === undefined ? '' : `  --header "Authorization: Bearer $${key}" \\\n`;
  // A single quote within single quotes has to be said outside of them.
  const data = literal(body, JSON_NOTATION, 1).replaceAll("'", `'"'"'`);
  return `#!/bin/sh
curl ${flags.join(' ')} \\
  "${base}/chat/completions" \\
${authorization}  --header 'Content-Type: application/json' \\
  --data '${data}'
`;
}
