/** One way to do the work; each reads a whole answer and returns its text. */
export interface Contender {
  readonly name: string;
  /** Runs once for each measurement, so that what a client sets up is not counted as a call. */
  readonly create: (fetch: typeof globalThis.fetch) => () => Promise<string>;
}

/** What every contender asks. */
export const messages = [{ role: 'user' as const, content: 'Hello' }];

/** The model that every contender asks for. */
export const model = 'nousresearch/hermes-4-405b';

/** Where requests would go, if they went anywhere. */
export const baseURL = 'http://127.0.0.1:9/v1';
