import json
import os
import sys

import requests  # pip install requests

base_url = os.environ.get("AIMLAPI_BASE_URL", "https://api.aimlapi.com/v1")

schema = {
    "type": "object",
    "properties": {
        "title": {"type": "string"},
        "attendees": {"type": "array", "items": {"type": "string"}, "maxItems": 2},
        "minutes": {"type": "integer", "minimum": 5, "maximum": 120},
    },
    "required": ["title", "attendees", "minutes"],
    "additionalProperties": False,
}

response = requests.post(
    f"{base_url}/chat/completions",
    headers={"Authorization": f"Bearer {os.environ['AIMLAPI_API_KEY']}"},
    json={
        "model": "nousresearch/hermes-4-405b",
        "messages": [
            {
                "role": "system",
                "content": "You answer in JSON that follows this schema:\n"
                f"<schema>\n{json.dumps(schema)}\n</schema>",
            },
            {
                "role": "user",
                "content": "Plan a meeting: the title is Launch, the minutes are 30.",
            },
        ],
        "response_format": {"type": "json_object"},
    },
)

if not response.ok:
    sys.exit(f"{response.status_code} from the host: {response.text}")

# The host promises JSON, not that it follows the schema: check it before you trust it.
meeting = json.loads(response.json()["choices"][0]["message"]["content"])
print(json.dumps(meeting, indent=2, ensure_ascii=False))
