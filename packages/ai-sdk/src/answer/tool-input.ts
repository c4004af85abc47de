import type { Origin } from '@hermes4/core';

/**
 * Stands before arguments that were mended, so that they are no JSON: the SDK then reports an invalid call,
 * tells the model, and runs nothing.
 */
const MENDED = 'Not run, because the model did not write it as JSON: ';

/** A call's arguments as the SDK is given them. */
export function inputOf(json: string, origin: Origin | undefined): string {
  return origin === 'recovered' ? `${MENDED}${json}` : json;
}

/** A call's arguments as the model is shown them again: always JSON, whatever became of the call. */
export function argumentsOf(input: unknown): string {
  if (typeof input !== 'string') return JSON.stringify(input ?? {});
  const text = input.startsWith(MENDED) ? input.slice(MENDED.length) : input;
  return isJson(text) ? text : JSON.stringify(text);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
