/** An answer in the pieces that mean something: its events, or all of its JSON at once. */
export type Frames = AsyncGenerator<string, void, undefined>;

/** Cuts a body into its events; a body that is no event stream is one frame. */
export async function* framesOf(body: ReadableStream<Uint8Array>): Frames {
  const decoder = new TextDecoder();
  let held = '';
  // The platform's own iteration cancels the body when the reader stops early; Safari lacks it.
  const reader = body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      held += decoder.decode(part.value, { stream: true });
      const events = held.split('\n\n');
      held = events.pop() ?? '';
      for (const event of events) yield `${event}\n\n`;
    }
    held += decoder.decode();
    if (held !== '') yield held;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Whether a frame is an event that brings a chunk, and not a comment or the end. */
export function isChunk(frame: string): boolean {
  return frame.startsWith('data: {') || frame.startsWith('{');
}

/** An event's JSON, changed; comments and the end pass. */
export function changeJson(
  frame: string,
  change: (value: Record<string, unknown>) => Record<string, unknown> | undefined,
): string {
  if (!isChunk(frame)) return frame;
  const start = frame.indexOf('{');
  const value = change(JSON.parse(frame.slice(start)) as Record<string, unknown>);
  if (value === undefined) return '';
  return `${frame.slice(0, start)}${JSON.stringify(value)}${start > 0 ? '\n\n' : ''}`;
}
