type Fields = Record<string, unknown>;

/**
 * Keeps the latest value that says something: later `null`, empty or missing values do not erase what
 * is known. With `first`, the earliest such value stays.
 */
export function keepLatest(into: Fields, name: string, value: unknown, first = false): void {
  if (value === undefined || name === '__proto__') return;
  const known = into[name];
  const isKnown = known !== undefined && known !== null && known !== '';
  if (isKnown && (first || value === null || value === '')) return;
  into[name] = value;
}

/**
 * Adds what a delta brings to a field: text to text, list to list; anything else replaces what was
 * there. This is the rule for fields that nobody has declared, too, so that nothing is lost.
 */
export function append(into: Fields, name: string, value: unknown): void {
  const known = into[name];
  if (typeof known === 'string' && typeof value === 'string') into[name] = known + value;
  else if (Array.isArray(known) && Array.isArray(value)) known.push(...(value as unknown[]));
  else keepLatest(into, name, Array.isArray(value) ? [...(value as unknown[])] : value);
}

/** A copy whose lists can be read while the original goes on growing. */
export function copyFields(fields: Fields): Fields {
  const copy: Fields = {};
  for (const [name, value] of Object.entries(fields)) {
    copy[name] = Array.isArray(value) ? [...(value as unknown[])] : value;
  }
  return copy;
}
