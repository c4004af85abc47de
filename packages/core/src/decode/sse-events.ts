/** One event of a server-sent event stream; fields that the event did not have are absent. */
export interface SseEvent {
  data: string;
  event?: string;
  id?: string;
}

/** Groups whole lines into events. */
export interface EventParser {
  /** The events that these lines complete; the text must end with a line ending. */
  push(lines: string): readonly SseEvent[];
  /** How many characters of data wait for their event to end. */
  pendingLength(): number;
}

/**
 * Reads lines as the standard says
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation):
 * comments and unknown fields are passed over, several `data` lines make one value, one space after
 * the colon is no part of the value.
 */
export function createEventParser(): EventParser {
  let data: string | undefined;
  let event: string | undefined;
  let id: string | undefined;

  return { push, pendingLength: () => data?.length ?? 0 };

  function push(text: string): readonly SseEvent[] {
    const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
    const events: SseEvent[] = [];
    let start = 0;
    for (let end = lines.indexOf('\n'); end !== -1; end = lines.indexOf('\n', start)) {
      if (end === start) dispatch(events);
      else line(lines, start, end);
      start = end + 1;
    }
    return events;
  }

  function dispatch(events: SseEvent[]): void {
    if (data !== undefined) {
      const done: SseEvent = { data };
      if (event) done.event = event;
      if (id !== undefined) done.id = id;
      events.push(done);
    }
    data = event = id = undefined;
  }

  function line(lines: string, start: number, end: number): void {
    if (lines.startsWith('data:', start)) {
      addData(value(lines, start + 5, end));
      return;
    }
    const text = lines.slice(start, end);
    const colon = text.indexOf(':');
    const field = colon === -1 ? text : text.slice(0, colon);
    const rest = colon === -1 ? '' : value(text, colon + 1, text.length);
    if (field === 'data') addData(rest);
    else if (field === 'event') event = rest;
    // A NUL would end the value early in hosts that keep it in a C string; the standard drops such ids.
    else if (field === 'id' && !rest.includes('\0')) id = rest;
  }

  function addData(rest: string): void {
    data = data === undefined ? rest : `${data}\n${rest}`;
  }
}

function value(lines: string, start: number, end: number): string {
  return lines.slice(lines.charCodeAt(start) === 32 && start < end ? start + 1 : start, end);
}
