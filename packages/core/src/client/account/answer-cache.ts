import type { HttpRequest } from '../../model/http.ts';

/** The last answers by their paths, each with its `ETag`. They are texts, so that nobody can change them. */
export interface AnswerCache {
  /** The text of the answer that is known. */
  answer(path: string): string | undefined;
  /** The request, asking for an answer only if it is another than the one that is known. */
  asking(path: string, request: HttpRequest): HttpRequest;
  /** Keeps an answer if it can be asked for again. */
  keep(path: string, etag: string | null, text: string): void;
}

/** A whole catalog with its prices has about a megabyte. */
const MOST_ANSWERS = 4;

/** Makes an empty cache. */
export function createAnswerCache(): AnswerCache {
  const known = new Map<string, { readonly etag: string; readonly text: string }>();
  return {
    answer: (path) => known.get(path)?.text,
    asking(path, request) {
      const etag = known.get(path)?.etag;
      if (etag === undefined) return request;
      return { ...request, headers: { 'if-none-match': etag, ...request.headers } };
    },
    keep(path, etag, text) {
      known.delete(path);
      if (etag === null) return;
      known.set(path, { etag, text });
      const [oldest] = known.keys();
      if (known.size > MOST_ANSWERS && oldest !== undefined) known.delete(oldest);
    },
  };
}
