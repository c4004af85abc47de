import os
import sys

import requests  # pip install requests

base_url = os.environ.get("OPENROUTER_BASE_URL", "https://openrouter.ai/api/v1")

response = requests.post(
    f"{base_url}/chat/completions",
    headers={"Authorization": f"Bearer {os.environ['OPENROUTER_API_KEY']}"},
    json={
        "model": "nousresearch/hermes-4-405b",
        "messages": [{"role": "user", "content": "Hello"}],
        "reasoning": {"max_tokens": 200},  # this host has a parameter for it
    },
)

if not response.ok:
    sys.exit(f"{response.status_code} from the host: {response.text}")

message = response.json()["choices"][0]["message"]
print("Thoughts:", message["reasoning"])  # and a field of another name
print("Answer:", message["content"])
