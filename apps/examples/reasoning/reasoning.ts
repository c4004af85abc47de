import { createHermes } from '@hermes4/node';

const hermes = createHermes();

const stream = hermes.chat.completions.stream({
  messages: [
    { role: 'user', content: 'A train leaves at 14:10 and takes 95 minutes. When does it arrive?' },
  ],
  reasoning: true, // asked for in the way that the host understands
  max_tokens: 2000, // thoughts count, too: leave room for the answer
});

for await (const part of stream) {
  if (part.type === 'reasoning-delta') process.stdout.write(part.text);
}

const { choices, usage } = await stream.finalCompletion();
console.log(`\n\nAnswer: ${choices[0]?.message.content}`);
console.log(
  `${usage?.completion_tokens_details?.reasoning_tokens} of ${usage?.completion_tokens} tokens were thoughts`,
);
