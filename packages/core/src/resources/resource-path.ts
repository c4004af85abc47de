import type { Parameters } from './check-forms.ts';
import type { Endpoint } from './endpoint.ts';

/**
 * What these paths are below: the base without its version, since each path brings its own or has
 * none. A path before the version, such as a relay's, stays.
 */
export function rootOf(baseURL: string): string {
  return baseURL.replace(/\/v\d+$/, '');
}

/** Path and query of a call. The slashes of a model's id stay slashes; lists repeat their parameter. */
export function resourcePath(
  { path }: Endpoint,
  inPath: string | undefined,
  query: Parameters,
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const each of [value].flat()) search.append(name, String(each));
  }
  const filled = path.replace(/\{.*\}/, () =>
    (inPath ?? '').split('/').map(encodeURIComponent).join('/'),
  );
  return search.size > 0 ? `${filled}?${search.toString()}` : filled;
}
