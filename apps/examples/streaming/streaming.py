import json
import os
import sys

import requests  # pip install requests

base_url = os.environ.get("AIMLAPI_BASE_URL", "https://api.aimlapi.com/v1")

response = requests.post(
    f"{base_url}/chat/completions",
    headers={"Authorization": f"Bearer {os.environ['AIMLAPI_API_KEY']}"},
    json={
        "model": "nousresearch/hermes-4-405b",
        "messages": [
            {"role": "user", "content": "Hello"}  # insert your prompt here, instead of Hello
        ],
        "stream": True,
        "stream_options": {"include_usage": True},
    },
    stream=True,
)

if not response.ok:
    sys.exit(f"{response.status_code} from the host: {response.text}")

tokens = None
for line in response.iter_lines():
    data = line.decode("utf-8").removeprefix("data: ")
    if not data or data == "[DONE]":
        continue
    chunk = json.loads(data)
    for choice in chunk["choices"]:
        print(choice.get("delta", {}).get("content") or "", end="", flush=True)
    if chunk.get("usage"):
        tokens = chunk["usage"]["completion_tokens"]

print(f"\n\n{tokens} tokens")
