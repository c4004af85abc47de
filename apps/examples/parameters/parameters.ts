import { createHermes } from '@hermes4/node';

const hermes = createHermes();

const completion = await hermes.chat.completions.create({
  model: 'nousresearch/hermes-4-405b',
  messages: [
    { role: 'system', content: 'You answer in one short sentence.' },
    { role: 'user', content: 'Why is the sky blue?' },
  ],
  temperature: 0.6, // 0 to 2: how freely words are chosen
  top_p: 0.95, // 0.01 to 1: only the likeliest words that add up to this share
  top_k: 20, // only the 20 likeliest words
  max_tokens: 100, // the answer ends here, finished or not
  stop: ['\n\n'], // it also ends before any of these
  seed: 7, // the same seed asks for the same choice of words
});

const [choice] = completion.choices;
console.log(choice?.message.content);
console.log(choice?.finish_reason, completion.usage?.completion_tokens);
