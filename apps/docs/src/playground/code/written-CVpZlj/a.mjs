const { AIMLAPI_API_KEY, AIMLAPI_BASE_URL = 'https://api.aimlapi.com/v1' } = process.env;

async function ask(body) {
  const response = await fetch(`${AIMLAPI_BASE_URL}/chat/completions`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${AIMLAPI_API_KEY}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${response.status} from the host: ${await response.text()}`);
  return (await response.json()).choices[0].message;
}

const body = {
  model: 'nousresearch/hermes-4-405b',
  messages: [
    {
      role: 'system',
      content: 'It\'s "50 %" of $HOME, `id`; \\n is no line, but\nthis is. – 字 🙂 ${x} \'\'\'',
    },
    {
      role: 'user',
      content: 'What is the weather in “Oslo”? It\'s "50 %" of $HOME, `id`; \\n is no line, but\nthis is. – 字 🙂 ${x} \'\'\'',
    },
  ],
  temperature: 0,
  top_p: 0.5,
  max_tokens: 40,
};

const answer = await ask(body);
console.log(answer.content);
