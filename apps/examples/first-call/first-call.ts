import { createHermes } from '@hermes4/node';

// The key is read from AIMLAPI_API_KEY, another host from AIMLAPI_BASE_URL.
const hermes = createHermes();

const completion = await hermes.chat.completions.create({
  model: 'nousresearch/hermes-4-405b',
  messages: [{ role: 'user', content: 'Hello' }], // insert your prompt here, instead of Hello
});

console.log(JSON.stringify(completion, null, 2));
