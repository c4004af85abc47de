#!/bin/sh
# Insert your prompt instead of Hello. With jq at hand, `| jq` after the last line indents the answer.
curl --silent --show-error --fail-with-body \
  "${AIMLAPI_BASE_URL:-https://api.aimlapi.com/v1}/chat/completions" \
  --header "Authorization: Bearer $AIMLAPI_API_KEY" \
  --header 'Content-Type: application/json' \
  --data '{
    "model": "nousresearch/hermes-4-405b",
    "messages": [{ "role": "user", "content": "Hello" }]
  }'
