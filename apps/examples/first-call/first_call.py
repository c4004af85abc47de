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
    },
)

if not response.ok:
    sys.exit(f"{response.status_code} from the host: {response.text}")

print(json.dumps(response.json(), indent=2, ensure_ascii=False))
