const { AIMLAPI_API_KEY, AIMLAPI_BASE_URL = 'https://api.aimlapi.com/v1' } = process.env;

const response = await fetch(`${AIMLAPI_BASE_URL}/chat/completions`, {
  method: 'POST',
  headers: {
    Authorization: `Bearer ${AIMLAPI_API_KEY}`,
    'Content-Type': 'application/json',
  },
  body: JSON.stringify({
    model: 'nousresearch/hermes-4-405b',
    messages: [{ role: 'user', content: 'Hello' }], // insert your prompt here, instead of Hello
  }),
});

if (!response.ok) {
  throw new Error(`${response.status} from the host: ${await response.text()}`);
}

console.log(JSON.stringify(await response.json(), null, 2));
