import { literal, PYTHON } from './literal.ts';
import { addressVariable, type Program } from './program.ts';

/** A program with requests. */
export function pythonProgram({ body, target, isStreamed }: Program): string {
  const { apiKeyEnv: key, baseURL } = target;
  const address = addressVariable(target);
  const url = address === undefined ? `"${baseURL}"` : `os.environ.get("${address}", "${baseURL}")`;
  const imports = [isStreamed ? 'import json\n' : '', key === undefined ? '' : 'import os\n'].join(
    '',
  );
  const headers =
    key === undefined ? '' : `    headers={"Authorization": f"Bearer {os.environ['${key}']}"},\n`;
  return `# pip install requests
${imports}${imports === '' ? '' : '\n'}import requests

base_url = ${url}

response = requests.post(
    f"{base_url}/chat/completions",
${headers}    json=${literal(body, PYTHON, 1)},
${isStreamed ? '    stream=True,\n' : ''}    timeout=600,
)
if not response.ok:
    raise SystemExit(f"{response.status_code} from the host: {response.text}")

${isStreamed ? STREAMED : 'print(response.json()["choices"][0]["message"]["content"])\n'}`;
}

const STREAMED = `for line in response.iter_lines():
    if not line.startswith(b"data: {"):
        continue
    for choice in json.loads(line[len("data: ") :])["choices"]:
        print(choice["delta"].get("content") or "", end="", flush=True)
print()
`;
