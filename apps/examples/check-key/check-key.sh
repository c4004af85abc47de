#!/bin/sh
# "disabled" must be false, and "scopes" must be null or hold "model:chat".
curl --silent --show-error --fail-with-body \
  "${AIMLAPI_BASE_URL:-https://api.aimlapi.com/v1}/key" \
  --header "Authorization: Bearer $AIMLAPI_API_KEY"
