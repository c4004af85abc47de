import { createJsonFinder, type JsonRoot } from './find-json.ts';

/** A value, or why there is none. */
export type ReadResult =
  | { readonly value: unknown; readonly fault?: undefined }
  | { readonly fault: string };

const FENCED = /^\s*```\w*\n([^`]*)```\s*$/;

/**
 * Reads the JSON of a whole answer. A code fence and prose around it are passed over; what is not JSON, such
 * as the single quotes of Python, is a fault and never guessed at.
 */
export function readAnswer(text: string, root: JsonRoot): ReadResult {
  const bare = FENCED.exec(text)?.[1] ?? text;
  try {
    return { value: JSON.parse(bare) as unknown };
  } catch {
    // Then it stands between other things, or nowhere.
  }
  const finder = createJsonFinder(root);
  finder.push(text);
  finder.end();
  return finder.isComplete() ? { value: finder.value() } : { fault: finder.fault() };
}
