import os
import re
import sys

import requests  # pip install requests

base_url = os.environ.get("AIMLAPI_BASE_URL", "https://api.aimlapi.com/v1")

# The words that the model was trained to think upon.
THINK = (
    "You are a deep thinking AI, you may use extremely long chains of thought to deeply consider "
    "the problem and deliberate with yourself via systematic reasoning processes to help come to "
    "a correct solution prior to answering. You should enclose your thoughts and internal "
    "monologue inside <think> </think> tags, and then provide your solution or response to the "
    "problem."
)

response = requests.post(
    f"{base_url}/chat/completions",
    headers={"Authorization": f"Bearer {os.environ['AIMLAPI_API_KEY']}"},
    json={
        "model": "nousresearch/hermes-4-405b",
        "messages": [
            {"role": "system", "content": THINK},
            {
                "role": "user",
                "content": "A train leaves at 14:10 and takes 95 minutes. When does it arrive?",
            },
        ],
        "max_tokens": 2000,  # thoughts count, too: leave room for the answer
    },
)

if not response.ok:
    sys.exit(f"{response.status_code} from the host: {response.text}")

message = response.json()["choices"][0]["message"]

# Some hosts put the thoughts into a field of their own, others leave them in the text.
inline = re.match(r"\s*(?:<think>)?(.*?)</think>\s*(.*)", message["content"], re.DOTALL)
thoughts, answer = inline.groups() if inline else (None, message["content"])
print(message.get("reasoning_content") or thoughts)
print(f"\nAnswer: {answer}")
