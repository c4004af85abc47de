import { createHermes, record, replay } from '@hermes4/node';

// With RECORD=1 the host answers, and what it says is kept; without it nothing is sent, and no key is needed.
const cassette = new URL('hello.cassette.json', import.meta.url);
const hermes = createHermes({
  fetch: process.env['RECORD'] ? record(fetch, cassette) : replay(cassette),
});

const { choices } = await hermes.chat.completions.create({
  messages: [{ role: 'user', content: 'Hello' }],
});

console.log(choices[0]?.message.content);
