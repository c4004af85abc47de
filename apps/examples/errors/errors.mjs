const { AIMLAPI_API_KEY, AIMLAPI_BASE_URL = 'https://api.aimlapi.com/v1' } = process.env;

const response = await fetch(`${AIMLAPI_BASE_URL}/chat/completions`, {
  method: 'POST',
  headers: {
    Authorization: `Bearer ${AIMLAPI_API_KEY}`,
    'Content-Type': 'application/json',
  },
  body: JSON.stringify({
    model: 'nousresearch/hermes-4-405b',
    messages: [{ role: 'user', content: 'Hello' }],
    top_p: 2, // out of bounds, so the host refuses it
  }),
  signal: AbortSignal.timeout(60_000),
});

if (response.ok) {
  console.log((await response.json()).choices[0].message.content);
} else {
  const wait = response.headers.get('retry-after');
  console.log(`${response.status} from the host${wait ? `, ask again in ${wait} s` : ''}:`);
  console.log(await response.text());
}
