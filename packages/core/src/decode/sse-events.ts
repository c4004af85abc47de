/** Groups whole lines into events. */
export interface EventParser {
  /** The data of the events that these lines complete; the text must end with a line ending. */
  push(lines: string): readonly string[];
  /** How many characters of data wait for their event to end. */
  pendingLength(): number;
}

/**
 * Reads lines as the standard says
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation):
 * several `data` lines make one value, one space after the colon is no part of the value. Comments and
 * other fields are passed over: whatever an event of this API is, its data says so.
 */
export function createEventParser(): EventParser {
  let data: string | undefined;

  return { push, pendingLength: () => data?.length ?? 0 };

  function push(text: string): readonly string[] {
    const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
    const events: string[] = [];
    let start = 0;
    for (let end = lines.indexOf('\n'); end !== -1; end = lines.indexOf('\n', start)) {
      if (end > start) line(lines, start, end);
      else if (data !== undefined) {
        events.push(data);
        data = undefined;
      }
      start = end + 1;
    }
    return events;
  }

  function line(lines: string, start: number, end: number): void {
    if (lines.startsWith('data:', start)) {
      const from = start + (lines[start + 5] === ' ' ? 6 : 5);
      addData(lines.slice(from, end));
    } else if (lines.slice(start, end) === 'data') addData('');
  }

  function addData(rest: string): void {
    data = data === undefined ? rest : `${data}\n${rest}`;
  }
}
