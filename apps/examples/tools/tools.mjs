const { AIMLAPI_API_KEY, AIMLAPI_BASE_URL = 'https://api.aimlapi.com/v1' } = process.env;

const weather = ({ city }) => ({ city, sky: 'clear', celsius: 21 }); // ask your weather service here

const tool = {
  type: 'function',
  function: {
    name: 'weather',
    description: 'The weather in a city, now',
    parameters: {
      type: 'object',
      properties: { city: { type: 'string', description: 'The name of the city' } },
      required: ['city'],
    },
  },
};

async function ask(messages) {
  const response = await fetch(`${AIMLAPI_BASE_URL}/chat/completions`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${AIMLAPI_API_KEY}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({
      model: 'nousresearch/hermes-4-405b',
      messages,
      tools: [tool],
      temperature: 0, // calls want no invention
    }),
  });
  if (!response.ok) {
    throw new Error(`${response.status} from the host: ${await response.text()}`);
  }
  return (await response.json()).choices[0].message;
}

const messages = [{ role: 'user', content: 'What is the weather in the city “Lisbon”?' }];
let answer = await ask(messages);

// One question may take several turns; a limit keeps a model that never ends from costing for ever.
for (let turn = 1; answer.tool_calls?.length && turn < 10; turn += 1) {
  messages.push(answer);
  for (const { id, function: call } of answer.tool_calls) {
    console.log(`${call.name} is called with ${call.arguments}`);
    const content = JSON.stringify(weather(JSON.parse(call.arguments)));
    console.log(`${call.name} returned ${content}`);
    messages.push({ role: 'tool', tool_call_id: id, content });
  }
  answer = await ask(messages);
}

console.log(answer.content);
