#!/bin/sh
# --fail-with-body prints what the host says, and ends with an error. A top_p of 2 is out of bounds.
curl --silent --show-error --fail-with-body \
  "${AIMLAPI_BASE_URL:-https://api.aimlapi.com/v1}/chat/completions" \
  --header "Authorization: Bearer $AIMLAPI_API_KEY" \
  --header 'Content-Type: application/json' \
  --data '{
    "model": "nousresearch/hermes-4-405b",
    "messages": [{ "role": "user", "content": "Hello" }],
    "top_p": 2
  }'
