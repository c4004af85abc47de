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
    stream: true,
    stream_options: { include_usage: true },
  }),
});

if (!response.ok) {
  throw new Error(`${response.status} from the host: ${await response.text()}`);
}

// Chunks of the network end anywhere, also within a line; what is left over waits for the next one.
const decoder = new TextDecoder();
let rest = '';
let tokens;
for await (const bytes of response.body) {
  const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
  rest = lines.pop();
  for (const line of lines) {
    if (!line.startsWith('data: ') || line.startsWith('data: [DONE]')) continue;
    const { choices, usage } = JSON.parse(line.slice('data: '.length));
    process.stdout.write(choices[0]?.delta?.content ?? '');
    tokens = usage?.completion_tokens ?? tokens;
  }
}
console.log(`\n\n${tokens} tokens`);
