import { createHermes, tool } from '@hermes4/node';
import { z } from 'zod';

const hermes = createHermes();

const weather = tool({
  name: 'weather',
  description: 'The weather in a city, now',
  parameters: z.object({ city: z.string().describe('The name of the city') }),
  run: ({ city }) => ({ city, sky: 'clear', celsius: 21 }), // ask your weather service here
});

const run = hermes.chat.completions.runTools({
  messages: [{ role: 'user', content: 'What is the weather in the city “Lisbon”?' }],
  tools: [weather],
  temperature: 0, // calls want no invention
});

for await (const event of run) {
  if (event.type === 'tool-call') console.log(`${event.name} is called with ${event.arguments}`);
  if (event.type === 'tool-result') console.log(`${event.name} returned ${event.content}`);
}

const { choices } = await run.finalCompletion();
console.log(choices[0]?.message.content);
