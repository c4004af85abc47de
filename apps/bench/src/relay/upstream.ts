import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CHUNKS } from './calls.ts';

// A host that costs next to nothing: one fixed answer, whole or streamed. It says where it listens.
const base = { id: 'chatcmpl-1', created: 1, model: 'nousresearch/hermes-4-405b' };
const whole = JSON.stringify({
  ...base,
  object: 'chat.completion',
  choices: [{ index: 0, message: { role: 'assistant', content: 'Hello' }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 25, completion_tokens: 2, total_tokens: 27 },
});
const event = (choice: object): string =>
  `data: ${JSON.stringify({ ...base, object: 'chat.completion.chunk', choices: [{ index: 0, ...choice }] })}\n\n`;
const chunk = event({ delta: { content: 'word ' }, finish_reason: null });
const last = `${event({ delta: {}, finish_reason: 'stop' })}data: [DONE]\n\n`;

const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (part: string) => (body += part));
  request.on('end', () => {
    if (!body.includes('"stream":true')) {
      response.writeHead(200, { 'content-type': 'application/json' }).end(whole);
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (let count = 0; count < CHUNKS; count++) response.write(chunk);
    response.end(last);
  });
});
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`);
});
