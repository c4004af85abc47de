import { createHermes } from '@hermes4/node';

// The key is read from AIMLAPI_API_KEY, another host from AIMLAPI_BASE_URL.
const hermes = createHermes();

const stream = hermes.chat.completions.stream({
  messages: [{ role: 'user', content: 'Hello' }], // insert your prompt here, instead of Hello
});

for await (const part of stream) {
  if (part.type === 'text-delta') process.stdout.write(part.text);
}

// The parts have added up to the same completion that create() resolves with.
const { usage } = await stream.finalCompletion();
console.log(`\n\n${usage?.completion_tokens} tokens`);
