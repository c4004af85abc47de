import json
import os
import sys

import requests  # pip install requests

base_url = os.environ.get("AIMLAPI_BASE_URL", "https://api.aimlapi.com/v1")


def weather(city):
    return {"city": city, "sky": "clear", "celsius": 21}  # ask your weather service here


tool = {
    "type": "function",
    "function": {
        "name": "weather",
        "description": "The weather in a city, now",
        "parameters": {
            "type": "object",
            "properties": {"city": {"type": "string", "description": "The name of the city"}},
            "required": ["city"],
        },
    },
}


def ask(messages):
    response = requests.post(
        f"{base_url}/chat/completions",
        headers={"Authorization": f"Bearer {os.environ['AIMLAPI_API_KEY']}"},
        json={
            "model": "nousresearch/hermes-4-405b",
            "messages": messages,
            "tools": [tool],
            "temperature": 0,  # calls want no invention
        },
    )
    if not response.ok:
        sys.exit(f"{response.status_code} from the host: {response.text}")
    return response.json()["choices"][0]["message"]


messages = [{"role": "user", "content": "What is the weather in the city “Lisbon”?"}]
answer = ask(messages)

# One question may take several turns; a limit keeps a model that never ends from costing for ever.
for _ in range(10):
    if not answer.get("tool_calls"):
        break
    messages.append(answer)
    for call in answer["tool_calls"]:
        name, arguments = call["function"]["name"], call["function"]["arguments"]
        print(f"{name} is called with {arguments}")
        content = json.dumps(weather(**json.loads(arguments)))
        print(f"{name} returned {content}")
        messages.append({"role": "tool", "tool_call_id": call["id"], "content": content})
    answer = ask(messages)

print(answer["content"])
