import os

import requests  # pip install requests

base_url = os.environ.get("AIMLAPI_BASE_URL", "https://api.aimlapi.com/v1")

response = requests.post(
    f"{base_url}/chat/completions",
    headers={"Authorization": f"Bearer {os.environ['AIMLAPI_API_KEY']}"},
    json={
        "model": "nousresearch/hermes-4-405b",
        "messages": [{"role": "user", "content": "Hello"}],
        "top_p": 2,  # out of bounds, so the host refuses it
    },
    timeout=60,
)

if response.ok:
    print(response.json()["choices"][0]["message"]["content"])
else:
    wait = response.headers.get("retry-after")
    print(f"{response.status_code} from the host{f', ask again in {wait} s' if wait else ''}:")
    print(response.text)
