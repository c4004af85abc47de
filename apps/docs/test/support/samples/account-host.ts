import { createLocalServer } from '@hermes4/server';
import { type Listening, listen } from '@hermes4/server/node';

/** Its first characters are those of the API document's examples. */
export const KEY = 'b747e891000000000000000000000000';
export const MANAGEMENT_KEY = 'c858f902000000000000000000000000';

/** A request as it came. */
export interface Heard {
  readonly method: string;
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
  readonly body: unknown;
}

/** A host with an account, and what each program asked it. */
export interface AccountHost extends Pick<Listening, 'close' | 'baseURL'> {
  readonly origin: string;
  /** What came from the program of this number, since it was announced at `/next/…`. */
  heardFrom(index: number): readonly Heard[];
}

/** Starts a local server whose account the samples can use up. */
export async function startAccountHost(): Promise<AccountHost> {
  const server = createLocalServer({
    account: { start: { key: KEY, managementKey: MANAGEMENT_KEY } },
  });
  const heard = new Map<number, Heard[]>();
  let current: Heard[] = [];
  const fetch: typeof server.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { pathname, searchParams } = new URL(request.url);
    const [, next] = /^\/next\/(\d+)$/.exec(pathname) ?? [];
    if (next !== undefined) {
      current = [];
      heard.set(Number(next), current);
      return new Response('');
    }
    const text = await request.clone().text();
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    current.push({ method: request.method, path: pathname, query: [...searchParams], body });
    return server.fetch(request);
  };
  const listening = await listen({ ...server, fetch }, { port: 0 });
  return {
    baseURL: listening.baseURL,
    origin: new URL(listening.baseURL).origin,
    close: (options) => listening.close(options),
    heardFrom: (index) => heard.get(index) ?? [],
  };
}
