#!/bin/sh
# --no-buffer shows each event when it arrives.
curl --silent --show-error --fail-with-body --no-buffer \
  "${AIMLAPI_BASE_URL:-https://api.aimlapi.com/v1}/chat/completions" \
  --header "Authorization: Bearer $AIMLAPI_API_KEY" \
  --header 'Content-Type: application/json' \
  --data '{
    "model": "nousresearch/hermes-4-405b",
    "messages": [{ "role": "user", "content": "Hello" }],
    "max_tokens": 4,
    "stream": true
  }'
