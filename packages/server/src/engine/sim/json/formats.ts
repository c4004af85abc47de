/** A format of JSON Schema: how a value of it looks, and how one is told. */
export interface Format {
  readonly fits: (text: string) => boolean;
  /** An invented value, openly so; each number gives another. */
  readonly sample: (number: number) => string;
}

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(?:\.\d+)?(?:z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;
const DURATION =
  /^P(?!$)(?:\d+W|(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)$/;
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const URI_REST = /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\da-f]{2})*$/i;
const SCHEME = /^[a-z][a-z\d+\-.]*:/i;
const LABEL = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i;
const MAILBOX = /^[\w!#$%&'*+/=?^`{|}~-]+$/;
const POINTER = /^(?:\/(?:[^~/]|~[01])*)*$/;
const BASE64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/;

/** The formats that the simulator keeps to. Hosts, addresses and identifiers are those set aside for examples. */
export const formats: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['date-time', { fits: isDateTime, sample: (n) => `2026-01-${day(n)}T12:00:00Z` }],
  ['date', { fits: isDate, sample: (n) => `2026-01-${day(n)}` }],
  ['time', { fits: (text) => TIME.test(text), sample: (n) => `12:${day(n)}:00Z` }],
  ['duration', { fits: (text) => DURATION.test(text), sample: (n) => `P${n + 1}D` }],
  ['email', { fits: isEmail, sample: (n) => `user${n + 1}@example.com` }],
  ['uri', { fits: isUri, sample: (n) => `https://example.com/${n + 1}` }],
  ['uri-reference', { fits: (text) => URI_REST.test(text), sample: (n) => `/example/${n + 1}` }],
  ['uuid', { fits: (text) => UUID.test(text), sample: sampleUuid }],
  ['ipv4', { fits: isIpv4, sample: (n) => `192.0.2.${(n % 254) + 1}` }],
  ['ipv6', { fits: isIpv6, sample: (n) => `2001:db8::${(n + 1).toString(16)}` }],
  ['hostname', { fits: isHostname, sample: (n) => `host${n + 1}.example.com` }],
  ['json-pointer', { fits: (text) => POINTER.test(text), sample: (n) => `/example/${n}` }],
  ['byte', { fits: (text) => BASE64.test(text), sample: (n) => btoa(`simulated ${n + 1}`) }],
]);

/** Formats that say something of a value without narrowing it. */
export const openFormats: ReadonlySet<string> = new Set(['password', 'binary', 'float', 'double']);

/** Formats of whole numbers, from OpenAPI, with their bounds. */
export const integerFormats: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['int32', [-(2 ** 31), 2 ** 31 - 1]],
  ['int64', [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]],
]);

function day(number: number): string {
  return String((number % 28) + 1).padStart(2, '0');
}

function isDate(text: string): boolean {
  const [, year, month, dayOfMonth] = DATE.exec(text) ?? [];
  const last = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate();
  return (
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(dayOfMonth) >= 1 &&
    Number(dayOfMonth) <= last
  );
}

function isDateTime(text: string): boolean {
  return isDate(text.slice(0, 10)) && /^t$/i.test(text.slice(10, 11)) && TIME.test(text.slice(11));
}

function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  const name = text.slice(0, Math.max(at, 0));
  return (
    name.length <= 64 &&
    name.split('.').every((part) => MAILBOX.test(part)) &&
    isHostname(text.slice(at + 1))
  );
}

function isUri(text: string): boolean {
  return SCHEME.test(text) && URI_REST.test(text.replace(SCHEME, ''));
}

function sampleUuid(number: number): string {
  return `00000000-0000-4000-8000-${(number + 1).toString(16).padStart(12, '0')}`;
}

function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return (
    parts.length === 4 &&
    parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)
  );
}

function isIpv6(text: string): boolean {
  const [head = '', tail, ...more] = text.split('::');
  if (more.length > 0) return false;
  const groups = [head, tail ?? ''].flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const endsInIpv4 = last.includes('.') && isIpv4(last);
  const length = groups.length + (endsInIpv4 ? 1 : 0);
  const hex = endsInIpv4 ? groups.slice(0, -1) : groups;
  return (
    hex.every((group) => /^[\da-f]{1,4}$/i.test(group)) &&
    (tail === undefined ? length === 8 : length < 8)
  );
}

function isHostname(text: string): boolean {
  return text.length <= 253 && text.split('.').every((label) => LABEL.test(label));
}
