import { createLocalServer, createRelayEngine } from '@hermes4/server';

// The relay holds the key, and each stream for a reader that comes back to it.
const relay = createLocalServer({
  engine: createRelayEngine({
    baseURL: process.env['AIMLAPI_BASE_URL'] ?? 'https://api.aimlapi.com/v1',
    apiKey: process.env['AIMLAPI_API_KEY'],
  }),
  allowAnonymous: true,
  resume: true,
});

const answer = await relay.fetch('http://localhost/v1/chat/completions', {
  method: 'POST',
  headers: { 'content-type': 'application/json', 'x-hermes4-resume': 'true' },
  body: JSON.stringify({
    model: 'nousresearch/hermes-4-405b',
    messages: [{ role: 'user', content: 'Hello' }],
    stream: true,
  }),
});
const path = answer.headers.get('x-hermes4-resume') ?? '';

// Eight events come, and then the connection is lost.
const before = await read(answer, 8);
console.log(`Until event ${before.lastId}: ${before.text}`);

// Whoever comes back says what came last. The rest follows: nothing is lost, and nothing is paid for twice.
const rest = await relay.fetch(`http://localhost${path}`, {
  headers: { 'last-event-id': before.lastId },
});
const after = await read(rest);
console.log(`After it:${after.text}`);

/** Reads events, each of which has an id here: some of them, or all. */
async function read(response: Response, count = Infinity) {
  let [received, lastId, text] = ['', '', ''];
  for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const events = (received + piece).split('\n\n');
    received = events.pop() ?? '';
    for (const event of events) {
      lastId = /^id: ?(.*)$/m.exec(event)?.[1] ?? lastId;
      text += /"content":"(.*?)"/.exec(event)?.[1] ?? '';
      if (Number(lastId) >= count) return { lastId, text };
    }
  }
  return { lastId, text };
}
