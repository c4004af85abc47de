/** What happens after the pieces of a body. */
export type Last = 'end' | 'break' | 'wait';

/** An event stream that brings these pieces, one for each time that it is asked. */
export function streamed(
  pieces: readonly (string | Uint8Array)[],
  { last = 'end', ...init }: ResponseInit & { last?: Last } = {},
): Response {
  const rest = pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece));
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const piece = rest.shift();
        if (piece) controller.enqueue(piece);
        else if (last === 'end') controller.close();
        else if (last === 'break') controller.error(new Error('gone'));
        else return new Promise(() => undefined);
        return undefined;
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, { headers: { 'content-type': 'text/event-stream' }, ...init });
}
