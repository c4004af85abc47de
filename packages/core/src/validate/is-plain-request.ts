import { isRecord } from '../primitives/is-record.ts';
import { ranges, speakers } from './plain-request.generated.ts';

/**
 * Tells at once whether a request asks for text about text, with nothing in it that breaks the API
 * document: most do. Of any other it says no, which says nothing but that somebody has to look closer.
 */
export function isPlainRequest(request: object): boolean {
  for (const name in request) {
    if (!isPlain(name, (request as Record<string, unknown>)[name])) return false;
  }
  return true;
}

function isPlain(name: string, value: unknown): boolean {
  if (name === 'messages') return isPlainTalk(value);
  if (name === 'model') return typeof value === 'string' && value !== '';
  if (name === 'stream_options') {
    return isRecord(value) && typeof value['include_usage'] === 'boolean';
  }
  if (name === 'stream') return value === true;
  const range = Object.hasOwn(ranges, name) ? ranges[name] : undefined;
  if (!range || !Number.isFinite(value)) return false;
  const [type, least = -Infinity, most = Infinity] = range;
  if (type === 'integer' && !Number.isInteger(value)) return false;
  return (value as number) >= least && (value as number) <= most;
}

function isPlainTalk(messages: unknown): boolean {
  if (!Array.isArray(messages)) return false;
  for (const message of messages as unknown[]) {
    if (!isRecord(message) || typeof message['content'] !== 'string') return false;
    if (!speakers.includes(message['role'] as string)) return false;
    for (const name in message) if (name !== 'role' && name !== 'content') return false;
  }
  return true;
}
