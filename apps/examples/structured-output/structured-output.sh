#!/bin/sh
# The answer is the text of choices[0].message.content, and is JSON itself.
curl --silent --show-error --fail-with-body \
  "${AIMLAPI_BASE_URL:-https://api.aimlapi.com/v1}/chat/completions" \
  --header "Authorization: Bearer $AIMLAPI_API_KEY" \
  --header 'Content-Type: application/json' \
  --data '{
    "model": "nousresearch/hermes-4-405b",
    "messages": [{ "role": "user", "content": "As JSON with the fields city and country: the city is Lisbon, the country is Portugal." }],
    "response_format": { "type": "json_object" }
  }'
