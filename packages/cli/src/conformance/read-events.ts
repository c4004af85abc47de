/** What stood in a whole event stream. */
export interface Events {
  /** The data of each event, `[DONE]` left out. */
  readonly data: readonly string[];
  readonly comments: number;
  /** Whether `[DONE]` was the last. */
  readonly isDone: boolean;
}

/** Reads an event stream that has ended (WHATWG HTML, 9.2.6), and counts what a client would pass over. */
export function readEvents(text: string): Events {
  const events: string[] = [];
  let comments = 0;
  for (const block of text.replace(/\r\n?/g, '\n').split(/\n{2,}/)) {
    const lines = block.split('\n');
    comments += lines.filter((line) => line.startsWith(':')).length;
    const data = lines.filter((line) => line.startsWith('data:'));
    if (data.length > 0)
      events.push(data.map((line) => line.slice(5).replace(/^ /, '')).join('\n'));
  }
  const isDone = events.at(-1) === '[DONE]';
  return { data: events.filter((data) => data !== '[DONE]'), comments, isDone };
}
