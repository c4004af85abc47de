import type { Language } from '../language/languages.ts';
import { javascript, python, shell } from '../playground/code/literals.ts';
import type { RequestExample } from './field.ts';

type Body = RequestExample['body'];

/** A program that sends a body as it stands, in a language; `undefined` where that language has no way to say it. */
export function writeSample(body: Body, language: Language): string | undefined {
  if (language === 'cli') return writeCli(body);
  return { typescript: writeClient, javascript: writeClient, python: writePython, curl: writeCurl }[
    language
  ](body);
}

function writeClient(body: Body): string {
  const isStreamed = body['stream'] === true;
  const call = `await hermes.chat.completions.create(${javascript(body, '')})`;
  const use = isStreamed
    ? `for await (const { choices } of ${call}) {
  process.stdout.write(choices[0]?.delta?.content ?? '');
}`
    : `const completion = ${call};
console.log(JSON.stringify(completion, null, 2));`;
  return `import { createHermes } from '@hermes4/node';

const hermes = createHermes();

${use}
`;
}

function writePython(body: Body): string {
  const isStreamed = body['stream'] === true;
  const use = isStreamed
    ? `for line in response.iter_lines(decode_unicode=True):
    print(line)`
    : 'print(response.text)';
  return `import os
import requests

response = requests.post(
    "https://api.aimlapi.com/v1/chat/completions",
    headers={"Authorization": f"Bearer {os.environ['AIMLAPI_API_KEY']}"},
    json=${python(body, '    ')},${isStreamed ? '\n    stream=True,' : ''}
)
response.raise_for_status()
${use}
`;
}

function writeCurl(body: Body): string {
  return `curl --silent --show-error --fail-with-body \\
  https://api.aimlapi.com/v1/chat/completions \\
  --header "Authorization: Bearer $AIMLAPI_API_KEY" \\
  --header 'Content-Type: application/json' \\
  --data-raw ${shell(JSON.stringify(body, null, 2))}
`;
}

/** The command line takes a prompt and parameters; what is more is for the other languages. */
function writeCli({ model: _, stream: __, ...body }: Body): string | undefined {
  const { messages, ...rest } = body;
  const [message, ...others] = Array.isArray(messages)
    ? (messages as Record<string, unknown>[])
    : [];
  const isPlain = Object.values(rest).every((value) => typeof value === 'number');
  if (others.length > 0 || typeof message?.['content'] !== 'string' || !isPlain) return undefined;
  const flags = Object.entries(rest).map(
    ([name, value]) => ` --${name.replaceAll('_', '-')}=${String(value)}`,
  );
  return `hermes4 ask${flags.join('')} ${shell(message['content'])}\n`;
}
