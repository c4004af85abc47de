import type { Connection } from '../../connection/connection.ts';
import type { Operation } from '../field.ts';

/** What a reader has to know before a request is sent. */
export interface Warning {
  readonly words: string;
  /** Whether it is asked once more, since what is done cannot be undone. */
  readonly asks: boolean;
}

const CHANGES: Readonly<Record<string, string>> = {
  deleteKey: 'This deletes the key for good. Whatever uses it stops working at once.',
  updateKey: 'This changes the key for whatever uses it.',
  createKey:
    'This makes a key. Its secret is in the answer below, this once, for whoever sees the page.',
};

/** The warning that an operation has, by who carries it out. */
export function warningOf({ id }: Operation, connection: Connection): Warning | undefined {
  const words = CHANGES[id];
  if (words === undefined) return undefined;
  if (connection.kind === 'own-key') return { words, asks: id === 'deleteKey' };
  return {
    words: `${words} The server in this page has made-up keys only, and has them back when the page is loaded again.`,
    asks: false,
  };
}
