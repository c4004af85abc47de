import { HermesError } from '../../errors/hermes-error.ts';
import { hasNext, nextOf } from '../../resources/next-query.ts';
import type { Answer } from '../../resources/read-answer.ts';

/** An answer that lists something. */
export interface ListBody {
  /** The items of this page. */
  data: readonly unknown[];
}

/** What a page can do besides holding the host's answer. */
export interface PageMethods<Body extends ListBody> {
  /** Whether the host says that another page follows. */
  hasNextPage(): boolean;
  /**
   * Asks for the page after this one.
   *
   * @throws HermesError `invalid_request` when there is none; `unexpected_response` when the host does
   *   not say where it is.
   */
  getNextPage(): Promise<Page<Body>>;
  /** Goes through the items of this page and of all that follow; each page is asked for when it is reached. */
  [Symbol.asyncIterator](): AsyncIterator<Body['data'][number]>;
}

/** One page of a list: the host's answer, and the way on. */
export type Page<Body extends ListBody> = Body & PageMethods<Body>;

/** The first page to come, or, in `for await`, all items of all pages. */
export interface PagePromise<Body extends ListBody>
  extends Promise<Page<Body>>,
    AsyncIterable<Body['data'][number]> {}

type Query = Readonly<Record<string, unknown>>;

/**
 * Asks for the first page at once, and for each further one when it is reached.
 *
 * @param load Asks for one page.
 * @param signal Ends the way through the items, also between two of one page.
 */
export function pagesOf<Body extends ListBody>(
  load: (query: Query) => Promise<Answer>,
  query: object,
  signal: AbortSignal | undefined,
): PagePromise<Body> {
  const first = page(query as Query);
  return Object.assign(first, { [Symbol.asyncIterator]: () => items(first) });

  async function page(asked: Query): Promise<Page<Body>> {
    const answer = await load(asked);
    const methods: PageMethods<Body> = {
      hasNextPage: () => hasNext(answer),
      async getNextPage() {
        const next = nextOf(answer, asked);
        if (next) return page({ ...asked, ...next });
        throw new HermesError('There is no page after this one: ask hasNextPage() first.', {
          code: 'invalid_request',
        });
      },
      [Symbol.asyncIterator]: () => items(result),
    };
    const result = { ...(answer as unknown as Body), ...methods };
    return result;
  }

  async function* items(
    from: PromiseLike<Page<Body>> | Page<Body>,
  ): AsyncGenerator<Body['data'][number]> {
    let current: Page<Body> = await from;
    for (;;) {
      for (const item of current.data as Body['data'][number][]) {
        signal?.throwIfAborted();
        yield item;
      }
      if (!current.hasNextPage()) return;
      current = await current.getNextPage();
    }
  }
}
