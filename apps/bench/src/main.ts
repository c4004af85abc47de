import { bundleSizes } from './bundle-size.ts';
import { eventsourceParser } from './clients/eventsource.ts';
import { floorCall, floorStream } from './clients/floor.ts';
import { hermesCall, hermesChunks, hermesParts } from './clients/hermes.ts';
import { openaiCall, openaiChunks, openaiHelper } from './clients/openai.ts';
import { vercelCall, vercelStream } from './clients/vercel.ts';
import { importTimes } from './import-time.ts';
import { compare } from './measure.ts';
import { markdownTable } from './report.ts';
import { fetchOf, inPieces, oneEventEach, oneHugeEvent, wholeAnswer } from './workload.ts';

// Fewer rounds give a first look; the tables in the docs come from the default.
const rounds = Number(process.argv[2] ?? 5);
const CHUNKS = 50_000;

const streaming = [
  oneEventEach(CHUNKS),
  inPieces(CHUNKS, 65_536, '64 KiB network chunks'),
  inPieces(CHUNKS / 25, 7, '7-byte network chunks'),
];
const readers = [
  hermesChunks,
  hermesParts,
  eventsourceParser,
  openaiChunks,
  openaiHelper,
  vercelStream,
];

console.log('## Streaming\n');
const columns = [];
for (const workload of streaming) {
  const task = { fetch: fetchOf(workload), text: workload.text, calls: 1, rounds };
  columns.push({ name: workload.name, rows: await compare(floorStream, readers, task) });
}
const huge = oneHugeEvent(8_000_000);
const hugeTask = { fetch: fetchOf(huge), text: huge.text, calls: 1, rounds: 3 };
// Beside a decoder, because the floor is not linear on one large event.
columns.push({ name: huge.name, rows: await compare(eventsourceParser, readers, hugeTask) });
console.log(markdownTable('ratio to the floor', columns));

console.log('\n## One whole call\n');
const { fetch, text } = wholeAnswer();
const call = { fetch, text, calls: 10_000, rounds };
const rows = await compare(floorCall, [hermesCall, openaiCall, vercelCall], call);
console.log(markdownTable('ratio to the floor', [{ name: 'a call', rows }]));

console.log('\n## Bundle for the browser, one streamed call, minified\n');
console.log(markdownTable('kB', await bundleSizes(), 1));

console.log('\n## Importing, milliseconds over an empty module\n');
console.log(markdownTable('ms', [{ name: 'import', rows: await importTimes(rounds) }], 0));
