import { isRecord } from '../primitives/is-record.ts';
import type { RecordedRequest } from './cassette.ts';

/** Where a recorded request is not what was asked. */
interface Difference {
  readonly path: string;
  readonly recorded: unknown;
  readonly asked: unknown;
}

const MOST_NAMED = 3;
const AROUND = 30;

/** Says why none of the recordings answers a request: the one that comes nearest, and what differs. */
export function describeMiss(asked: RecordedRequest, recorded: readonly RecordedRequest[]): string {
  const what = `No recording answers ${asked.method} ${asked.path}`;
  const candidates = recorded.map((request, index) => ({
    index,
    found: differences(comparable(request), comparable(asked), ''),
  }));
  const [nearest] = candidates.sort((a, b) => a.found.length - b.found.length);
  if (!nearest) return `${what}: the cassette is empty.`;
  const { index, found } = nearest;
  const named = found.slice(0, MOST_NAMED).map(describe).join('; ');
  const more = found.length > MOST_NAMED ? `; and ${found.length - MOST_NAMED} more` : '';
  return `${what}. The nearest is exchanges[${index}]: ${named}${more}.`;
}

function comparable({ method, path, body }: RecordedRequest): unknown {
  return { method, path, body };
}

function differences(recorded: unknown, asked: unknown, path: string): Difference[] {
  if (Object.is(recorded, asked)) return [];
  if (Array.isArray(recorded) && Array.isArray(asked)) {
    const length = Math.max(recorded.length, asked.length);
    return Array.from({ length }, (_, at) =>
      differences(recorded[at], asked[at], `${path}[${at}]`),
    ).flat();
  }
  if (isRecord(recorded) && isRecord(asked)) {
    const names = [...new Set([...Object.keys(recorded), ...Object.keys(asked)])];
    return names.flatMap((name) =>
      differences(recorded[name], asked[name], path === '' ? name : `${path}.${name}`),
    );
  }
  return [{ path, recorded, asked }];
}

function describe({ path, recorded, asked }: Difference): string {
  const from = firstDifference(recorded, asked);
  return `${path} was ${show(recorded, from)} and is now ${show(asked, from)}`;
}

/** Long texts often differ in one word near their end. */
function firstDifference(recorded: unknown, asked: unknown): number {
  if (typeof recorded !== 'string' || typeof asked !== 'string') return 0;
  let at = 0;
  while (at < recorded.length && recorded[at] === asked[at]) at += 1;
  return Math.max(0, at - AROUND);
}

function show(value: unknown, from: number): string {
  if (value === undefined) return 'absent';
  const text = typeof value === 'string' ? value.slice(from) : JSON.stringify(value);
  const cut = text.length > 2 * AROUND ? `${text.slice(0, 2 * AROUND)}…` : text;
  return typeof value === 'string' ? JSON.stringify(`${from > 0 ? '…' : ''}${cut}`) : cut;
}
