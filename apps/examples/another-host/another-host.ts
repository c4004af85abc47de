import { createHermes } from '@hermes4/node';

// The same calls to a host that spells them in another way; its key is read from OPENROUTER_API_KEY.
// Others: aimlapi, nous, nebius, chutes, vllm, local, or a profile of your own.
const hermes = createHermes({ host: 'openrouter' });

const completion = await hermes.chat.completions.create({
  messages: [{ role: 'user', content: 'Hello' }],
  reasoning: { max_tokens: 200 },
});

const [choice] = completion.choices;
console.log('Thoughts:', choice?.message.reasoning_content);
console.log('Answer:', choice?.message.content);
