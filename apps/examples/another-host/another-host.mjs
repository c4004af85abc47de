const { OPENROUTER_API_KEY, OPENROUTER_BASE_URL = 'https://openrouter.ai/api/v1' } = process.env;

const response = await fetch(`${OPENROUTER_BASE_URL}/chat/completions`, {
  method: 'POST',
  headers: {
    Authorization: `Bearer ${OPENROUTER_API_KEY}`,
    'Content-Type': 'application/json',
  },
  body: JSON.stringify({
    model: 'nousresearch/hermes-4-405b',
    messages: [{ role: 'user', content: 'Hello' }],
    reasoning: { max_tokens: 200 }, // this host has a parameter for it
  }),
});

if (!response.ok) {
  throw new Error(`${response.status} from the host: ${await response.text()}`);
}

const { choices } = await response.json();
console.log('Thoughts:', choices[0].message.reasoning); // and a field of another name
console.log('Answer:', choices[0].message.content);
