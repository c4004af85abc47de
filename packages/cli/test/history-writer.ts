// Keeps exchanges until it is killed, and says each one's id once it is kept. A test runs it as a process of its own.
import { writeSync } from 'node:fs';
import { openHistory } from '../src/history/open-history.ts';

const [path = '', name = ''] = process.argv.slice(2);
const history = await openHistory(path);
for (let turn = 0; ; turn += 1) {
  const id = history.add({
    at: turn,
    origin: 'http://localhost',
    model: 'any',
    messages: [{ role: 'user', content: `${name} ${turn} ${'and so on '.repeat(50)}` }],
    answer: { role: 'assistant', content: `An answer to ${name} ${turn}` },
    finishReason: 'stop',
  });
  writeSync(1, `${id} ${name} ${turn}\n`);
}
