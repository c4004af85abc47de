import type { CallRecord, Route } from '../call.ts';

/** How much the journal keeps. */
export interface JournalOptions {
  /** The most calls. @defaultValue 200 */
  readonly maxEntries?: number | undefined;
  /** Whether requests are kept as they were written, with the conversation. @defaultValue `false` */
  readonly bodies?: boolean | undefined;
  /** The most characters of one request. @defaultValue 10,000 */
  readonly maxBodyLength?: number | undefined;
}

/** A call as the journal keeps it: no header, and no key. */
export interface JournalEntry extends Omit<CallRecord, 'caller'> {
  /** What the door knows the caller by. */
  readonly caller: string;
  /** The request as it was written, when bodies are kept; cut off where it is too long. */
  readonly body?: string | undefined;
}

/** The last calls. */
export interface Journal {
  record(record: CallRecord, detail?: { readonly text?: string | undefined }): void;
  /** The last calls, the latest first. */
  entries(): JournalEntry[];
  /** `GET` and `DELETE /admin/journal`. */
  readonly routes: readonly Route[];
}

const PATH = '/admin/journal';

/** Starts a journal; when it is full, the oldest entry goes. */
export function createJournal(options: JournalOptions = {}): Journal {
  const { maxEntries = 200, bodies = false, maxBodyLength = 10_000 } = options;
  let kept: JournalEntry[] = [];

  return {
    record: ({ caller, ...record }, { text } = {}) => {
      const body = bodies ? text?.slice(0, maxBodyLength) : undefined;
      kept.push({ ...record, caller: caller.id, ...(body !== undefined && { body }) });
      if (kept.length > maxEntries) kept.shift();
    },
    entries: () => kept.toReversed(),
    routes: [
      {
        method: 'GET',
        path: PATH,
        isAdmin: true,
        handle: ({ url }) => Response.json({ data: select(kept.toReversed(), url.searchParams) }),
      },
      {
        method: 'DELETE',
        path: PATH,
        isAdmin: true,
        handle: () => {
          kept = [];
          return Response.json({ data: [] });
        },
      },
    ],
  };
}

/** `?status=429&end=failed&limit=10`: what the entries are picked by. */
function select(entries: readonly JournalEntry[], query: URLSearchParams): JournalEntry[] {
  const status = query.get('status');
  const end = query.get('end');
  const limit = Number(query.get('limit') ?? Infinity);
  return entries
    .filter((entry) => status === null || entry.status === Number(status))
    .filter((entry) => end === null || entry.end === end)
    .slice(0, Number.isNaN(limit) ? undefined : limit);
}
