import type { ChatOptions } from './chat.ts';
import type * as Stored from './stored.ts';
import type { Desk } from './stored.ts';

/** Does something with what is kept. */
export type Act = (stored: typeof Stored) => Promise<void>;

/** Reads what is kept, and has other things wait for it. */
export interface Reading {
  readonly isLoading: () => boolean;
  /** Reads the list, and the conversation to begin with; the first time only. */
  readonly load: () => Promise<void>;
  /** Loads the code for it first; what fails is told as state. */
  readonly attempt: (act: Act) => Promise<void>;
  /** Does something once what is kept was read, unless it was called off before. */
  readonly whenLoaded: (act: () => Promise<void> | void) => Promise<void>;
  /** Both. */
  readonly withStored: (act: Act) => Promise<void>;
  /** Calls off what waits. */
  readonly callOff: () => void;
}

/** Reads nothing before it is first used. */
export function createReading(
  { library, thread, show }: Pick<Desk, 'library' | 'thread' | 'show'>,
  conversationId: ChatOptions['conversationId'],
  loaded: () => void,
): Reading {
  let loading: Promise<void> | undefined;
  let isLoading = true;
  let calledOff = 0;
  return {
    isLoading: () => isLoading,
    load,
    attempt,
    whenLoaded,
    withStored,
    callOff: () => void (calledOff += 1),
  };

  function load(): Promise<void> {
    return (loading ??= read());
  }

  async function read(): Promise<void> {
    const before = thread.tree();
    await library.attempt();
    const id = conversationId === undefined ? library.state().conversations[0]?.id : conversationId;
    if (typeof id === 'string') {
      await attempt(async ({ readStored }) => {
        const tree = await readStored(library, id);
        // A new conversation may have been begun meanwhile.
        if (tree && before === thread.tree()) show(tree);
      });
    }
    isLoading = false;
    loaded();
  }

  function attempt(act: Act): Promise<void> {
    return library.attempt(async () => act(await import('./stored.ts')));
  }

  async function whenLoaded(act: () => Promise<void> | void): Promise<void> {
    const before = calledOff;
    const reading = load();
    // What follows happens at once when it can, so that a stop behind it stops it.
    if (isLoading) await reading;
    if (before === calledOff) await act();
  }

  function withStored(act: Act): Promise<void> {
    return whenLoaded(() => {
      const before = calledOff;
      return attempt(async (stored) => (before === calledOff ? act(stored) : undefined));
    });
  }
}
