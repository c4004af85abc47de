import type { HttpRequest } from '../model/http.ts';
import type { Observer } from '../model/observer.ts';
import type { CallRecord } from './call-record.ts';
import { notify } from './notify.ts';

/** Tells of an attempt, and gives what tells of its answer. */
export function tellAttempt(
  observer: Observer,
  { method, url }: HttpRequest,
  record: CallRecord,
): (response: Response) => void {
  const event = { attempt: record.attempts(), method, url: url.split(/[?#]/, 1)[0] ?? '' };
  const before = record.elapsed();
  notify(observer, 'onAttempt', event);
  return ({ status }) => {
    const headersMs = record.elapsed() - before;
    notify(observer, 'onResponse', { ...event, status, requestId: record.requestId(), headersMs });
  };
}
