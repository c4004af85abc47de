import { atLeast, LONGEST_WAIT } from '../at-least.ts';
import type { Answer, Call, Route, Visit } from '../call.ts';
import type { Authorize } from '../caller.ts';
import type { Clock } from '../clock.ts';
import { Refusal } from '../refusal.ts';
import { type HeldStream, holdStream } from './held-stream.ts';

/**
 * How streams are kept for readers that come back, so that a page that loses its connection neither loses
 * the answer nor pays for it twice. The protocol:
 *
 * 1. A streamed call with the header `x-hermes4-resume: true` asks for it. When the answer has a header
 *    `x-hermes4-resume`,
 *    the path of its events, each event begins with `id: 1`, `id: 2` and so on; without the header it is
 *    an ordinary stream. Other calls are not touched.
 * 2. After a lost connection, `GET` that path with the same credentials and `Last-Event-ID: <the last id>`
 *    goes on
 *    behind that event, and follows the answer to its end; without `Last-Event-ID` it begins at the first.
 *    The connection before it, should it still be open, is cut. 204 means that nothing is left to read.
 * 3. `DELETE` of that path ends the answer: 204. A reader that only leaves does not end it, for `graceMs`;
 *    the
 *    caller pays for what is generated meanwhile, so a stop button sends `DELETE`.
 *
 * It is refused with 400 for a `Last-Event-ID` that is none of the stream's; 404 for a stream that is
 * unknown, ended more than `ttlMs` ago, cancelled, given up after `graceMs`, or another caller's, which are
 * not told apart; 410 for events that are no longer kept. Events that were never read are always kept:
 * without a reader an answer pauses when they fill `maxBytes`. An answer that broke off breaks off again
 * for whoever resumes it.
 *
 * Streams are kept in the memory of one process: several servers need a way to send a caller back to the
 * same one. Callers without an id of their own share streams only with whoever knows a stream's id, 122
 * random bits.
 */
export interface ResumeOptions {
  /** Whether every stream can be resumed, asked for or not. @defaultValue `false` */
  readonly always?: boolean | undefined;
  /**
   * How many bytes of each stream are kept, and the most that it runs ahead of its reader.
   *
   * @defaultValue 262,144 (256 KiB)
   */
  readonly maxBytes?: number | undefined;
  /** How many streams are kept; past it, a call gets an ordinary stream. @defaultValue 1,000 */
  readonly maxStreams?: number | undefined;
  /** How long an answer goes on without a reader, in milliseconds. @defaultValue 30,000 */
  readonly graceMs?: number | undefined;
  /** How long an answer that has ended is kept, in milliseconds. @defaultValue 60,000 */
  readonly ttlMs?: number | undefined;
}

/** Streams that can be resumed. */
export interface Resume {
  /** Answers a call; its stream outlives its reader if the call asks for it. */
  hold(call: Call, answer: Answer): Promise<Response>;
  /** `GET` and `DELETE /v1/chat/completions/:id/events`. */
  readonly routes: readonly Route[];
}

interface Held {
  readonly caller: string;
  readonly stream: HeldStream;
  /** Forgets the stream and ends its generation. */
  end(reason: Error): void;
}

const HEADER = 'x-hermes4-resume';
const PATH = '/v1/chat/completions/:id/events';

/**
 * Makes streams resumable.
 *
 * @param options All optional; see each for its default.
 * @param server Its clock, and who asks for a stream again: the same function that let its call in.
 * @throws HermesError `invalid_options` when an option cannot be used.
 */
export function createResume(
  options: ResumeOptions,
  { authorize, clock }: { readonly authorize: Authorize; readonly clock: Clock },
): Resume {
  const { always = false } = options;
  const maxBytes = atLeast(1, 'resume.maxBytes', options.maxBytes ?? 262_144);
  const maxStreams = atLeast(1, 'resume.maxStreams', options.maxStreams ?? 1_000);
  const graceMs = atLeast(0, 'resume.graceMs', options.graceMs ?? 30_000, LONGEST_WAIT);
  const ttlMs = atLeast(0, 'resume.ttlMs', options.ttlMs ?? 60_000);
  const streams = new Map<string, Held>();
  return {
    hold,
    routes: [
      { method: 'GET', path: PATH, handle: goOn },
      { method: 'DELETE', path: PATH, handle: cancel },
    ],
  };

  async function hold(call: Call, answer: Answer): Promise<Response> {
    if (call.request.stream !== true || !(always || isAsked(call.headers))) return answer(call);
    call.signal.throwIfAborted();
    const own = new AbortController();
    const leave = (): void => own.abort(call.signal.reason);
    call.signal.addEventListener('abort', leave, { once: true });
    const response = await answer({ ...call, signal: own.signal });
    if (!response.body || !isEventStream(response) || !hasRoom()) return response;
    // From here on there is an id to come back with, so a reader that leaves may be on its way.
    call.signal.removeEventListener('abort', leave);
    const { id } = call.identity;
    const end = (reason: Error): void => {
      streams.delete(id);
      stream.end(reason);
      own.abort(reason);
    };
    const abandoned = (): void => end(new Error('Nobody came back for the answer.'));
    const stream = holdStream(response.body, { maxBytes, graceMs, clock, abandoned });
    streams.set(id, { caller: call.caller.id, stream, end });
    const headers = new Headers(response.headers);
    headers.delete('content-length');
    headers.set(HEADER, PATH.replace(':id', id));
    return new Response(stream.follow(0, call.signal), { status: response.status, headers });
  }

  async function goOn({ request, params }: Visit): Promise<Response> {
    const { stream } = await find(request, params['id']);
    const position = positionOf(request.headers, stream);
    const ending = stream.ending();
    if (ending && !('error' in ending) && position === stream.events.last()) {
      return new Response(null, { status: 204 });
    }
    return new Response(stream.follow(position, request.signal), {
      headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' },
    });
  }

  async function cancel({ request, params }: Visit): Promise<Response> {
    const held = await find(request, params['id']);
    held.end(new Error('The caller has cancelled the answer.'));
    return new Response(null, { status: 204 });
  }

  async function find(request: Request, id = ''): Promise<Held> {
    const caller = await authorize(request);
    forgetOld();
    const held = streams.get(id);
    if (held?.caller === caller.id) return held;
    throw new Refusal(404, 'There is no such stream: it was cancelled, has ended, or never was.');
  }

  /** No timer waits for this, because nothing but memory depends on it, and that has its bound. */
  function forgetOld(): void {
    for (const [id, { stream }] of streams) {
      const ending = stream.ending();
      if (ending && clock.now() - ending.at >= ttlMs) streams.delete(id);
    }
  }

  function hasRoom(): boolean {
    forgetOld();
    if (streams.size < maxStreams) return true;
    for (const [id, { stream }] of streams) {
      if (stream.ending()) return streams.delete(id);
    }
    return false;
  }
}

/**
 * Where a reader goes on.
 *
 * @throws Refusal 400, 410.
 */
function positionOf(headers: Headers, { events }: HeldStream): number {
  const given = headers.get('last-event-id') ?? '0';
  const position = /^\d{1,15}$/.test(given) ? Number(given) : NaN;
  if (!(position <= events.last())) {
    throw new Refusal(400, `Last-Event-ID: expected an integer from 0 to ${events.last()}.`);
  }
  if (position + 1 >= events.first()) return position;
  throw new Refusal(
    410,
    `The events after ${position} are no longer kept; the oldest is ${events.first()}. Make the call again.`,
  );
}

function isAsked(headers: Headers): boolean {
  return /^(?:true|1)$/i.test(headers.get(HEADER) ?? '');
}

function isEventStream({ headers }: Response): boolean {
  return /^text\/event-stream\b/i.test(headers.get('content-type') ?? '');
}
