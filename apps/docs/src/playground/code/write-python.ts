import type { Call } from '../request.ts';
import { python } from './literals.ts';
import { wireBody } from './wire-body.ts';

/** With requests, which most have at hand. */
export function writePython(call: Call): string {
  const hasTools = call.tools.length > 0;
  const body = `body = ${python(wireBody(call))}\n`;
  return `${hasTools ? 'import json\n' : ''}import os
import sys

import requests  # pip install requests

base_url = os.environ.get("AIMLAPI_BASE_URL", "https://api.aimlapi.com/v1")

${hasTools ? `${toolsOf(call)}\n` : ''}
def ask(body):
    response = requests.post(
        f"{base_url}/chat/completions",
        headers={"Authorization": f"Bearer {os.environ['AIMLAPI_API_KEY']}"},
        json=body,
    )
    if not response.ok:
        sys.exit(f"{response.status_code} from the host: {response.text}")
    return response.json()["choices"][0]["message"]


${body}
${hasTools ? LOOP : 'print(ask(body)["content"])\n'}`;
}

function toolsOf({ tools }: Call): string {
  const functions = tools.map(
    ({ name, expression }) => `    ${python(name)}: lambda args: ${expression.python},\n`,
  );
  return `tools = {\n${functions.join('')}}\n`;
}

const LOOP = `answer = ask(body)
for _ in range(10):
    if not answer.get("tool_calls"):
        break
    body["messages"].append(answer)
    for call in answer["tool_calls"]:
        result = tools[call["function"]["name"]](json.loads(call["function"]["arguments"]))
        content = json.dumps(result)
        body["messages"].append({"role": "tool", "tool_call_id": call["id"], "content": content})
    answer = ask(body)
print(answer["content"])
`;
