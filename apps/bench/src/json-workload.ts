import { chunkEvent, cut, DONE, encode, type Workload } from './workload.ts';

/** JSON that grows is read in pieces of so many characters, which is about a token. */
const PIECE = 4;

/** A JSON document of about so many bytes: records, as a model would list them. */
function documentOf(bytes: number): string {
  const record = (id: number): object => ({ id, name: `Record ${id}`, tags: ['a', 'b'], ok: true });
  const perRecord = JSON.stringify(record(1_000)).length + 1;
  const records = Array.from({ length: Math.ceil(bytes / perRecord) }, (_, id) => record(id));
  return JSON.stringify({ records });
}

/** An answer that is a JSON document, in four-character deltas. */
export function growingJson(bytes: number): Workload {
  const text = documentOf(bytes);
  return workload(
    text,
    piecesOf(text).map((content) => ({ content })),
    'stop',
  );
}

/** One tool call with a JSON document as its arguments, in four-character deltas. */
export function growingArguments(bytes: number): Workload {
  const text = documentOf(bytes);
  const first = { index: 0, id: 'call_1', type: 'function', function: { name: 'save' } };
  const rest = piecesOf(text).map((json) => ({ index: 0, function: { arguments: json } }));
  return workload(
    text,
    [first, ...rest].map((call) => ({ tool_calls: [call] })),
    'tool_calls',
  );
}

/** The same call as the model writes it where a host has no field for calls. */
export function growingInlineArguments(bytes: number): Workload {
  const text = documentOf(bytes);
  const said = `<tool_call>{"name": "save", "arguments": ${text}}</tool_call>`;
  return workload(
    text,
    piecesOf(said).map((content) => ({ content })),
    'stop',
  );
}

function workload(text: string, deltas: readonly object[], finish_reason: string): Workload {
  const events = [
    chunkEvent({ role: 'assistant', content: '' }, null),
    ...deltas.map((delta) => chunkEvent(delta, null)),
    chunkEvent({}, finish_reason),
    DONE,
  ];
  return { text, pieces: cut(encode(events.join('')), 65_536) };
}

function piecesOf(text: string): string[] {
  return Array.from({ length: Math.ceil(text.length / PIECE) }, (_, index) =>
    text.slice(index * PIECE, (index + 1) * PIECE),
  );
}
