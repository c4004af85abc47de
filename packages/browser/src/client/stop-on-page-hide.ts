import type { ChatCompletions, RequestOptions } from '@hermes4/core';

/** The part of a window that is listened to. */
export type Page = Pick<EventTarget, 'addEventListener'>;

/** The same calls, each of them stopped when the page is hidden for good or put aside. */
export function stopOnPageHide(completions: ChatCompletions, page: Page): ChatCompletions {
  let here = new AbortController();
  page.addEventListener('pagehide', () => {
    here.abort(new DOMException('The page was left.', 'AbortError'));
    // A page that comes back from the browser's cache may call again.
    here = new AbortController();
  });
  return Object.fromEntries(
    Object.entries(completions).map(([name, call]: [string, Call]) => [
      name,
      (params: unknown, options?: RequestOptions) => call(params, whileHere(options)),
    ]),
  ) as unknown as ChatCompletions;

  function whileHere(options: RequestOptions = {}): RequestOptions {
    const { signal } = options;
    const both = signal ? AbortSignal.any([signal, here.signal]) : here.signal;
    return { ...options, signal: both };
  }
}

type Call = (params: unknown, options: RequestOptions) => unknown;
