#!/bin/sh
# The answer is one line of JSON. With jq at hand, `| jq -r '.choices[0].message.content'` shows its text alone.
curl --silent --show-error --fail-with-body \
  "${AIMLAPI_BASE_URL:-https://api.aimlapi.com/v1}/chat/completions" \
  --header "Authorization: Bearer $AIMLAPI_API_KEY" \
  --header 'Content-Type: application/json' \
  --data '{
    "model": "nousresearch/hermes-4-405b",
    "messages": [
      { "role": "system", "content": "You answer in one short sentence." },
      { "role": "user", "content": "Why is the sky blue?" }
    ],
    "temperature": 0.6,
    "top_p": 0.95,
    "top_k": 20,
    "max_tokens": 100,
    "stop": ["\n\n"],
    "seed": 7
  }'
