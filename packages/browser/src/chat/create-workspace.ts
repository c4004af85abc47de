import { createHermes } from '../client/create-hermes.ts';
import type { StorageChange } from '../storage/chat-storage.ts';
import { memoryStorage } from '../storage/memory-storage.ts';
import type { Chat, ChatOptions, ChatSnapshot } from './chat.ts';
import type { Conversation } from './conversation.ts';
import { createAnswering } from './create-answering.ts';
import { createLibrary } from './create-library.ts';
import { createPublisher } from './create-publisher.ts';
import { createThread } from './create-thread.ts';
import { pageFrames } from './frames.ts';
import type * as Stored from './stored.ts';
import type { Desk } from './stored.ts';

/** The parts of a chat, put together. */
export interface Workspace extends Desk, Pick<Chat, 'subscribe' | 'getSnapshot' | 'stop'> {
  /** Does something once what is kept was read, unless `leave()` or `stop()` came first. */
  readonly whenLoaded: (act: () => Promise<void> | void) => Promise<void>;
  /** The same, with code that is loaded by those who need it; what fails is told as state. */
  readonly withStored: (act: Act) => Promise<void>;
}

type Act = (stored: typeof Stored) => Promise<void>;

/** What is shown before anything was read. */
export const FIRST_SNAPSHOT: ChatSnapshot = {
  status: 'idle',
  isLoading: true,
  messages: [],
  error: undefined,
  conversationId: undefined,
  title: '',
  conversations: [],
  storageError: undefined,
};

/** How much of an answer a page may lose that dies in the middle of it. */
const KEEP_EVERY_MS = 1_000;

/** Puts the parts of a chat together; reads nothing before it is first used. */
export function createWorkspace(options: ChatOptions): Workspace {
  const { now = () => Date.now(), conversationId } = options;
  const thread = createThread(options);
  const library = createLibrary(options.persist ?? memoryStorage(), () => publisher.now());
  const publisher = createPublisher(FIRST_SNAPSHOT, compose, options.frames ?? pageFrames);
  const hermes = options.hermes ?? createHermes();
  const answering = createAnswering({ ...options, hermes, thread, changed: onAnswer });
  let loading: Promise<void> | undefined;
  let isLoading = true;
  let keptAt = -Infinity;
  /** What was asked for while things were read is not done when a stop came behind it. */
  let stops = 0;
  let listeners = 0;
  let stopListening: (() => void) | undefined;
  const { getSnapshot } = publisher;
  const desk: Desk = { thread, library, answering, changed, show, begin, leave };
  return { ...desk, subscribe, getSnapshot, whenLoaded, withStored, stop };

  function compose(before: ChatSnapshot): ChatSnapshot {
    answering.flush();
    return snapshotOf(desk, isLoading, before);
  }

  function onAnswer(what: 'piece' | 'turn' | 'end'): void {
    if (what === 'piece') publisher.soon();
    else publisher.now();
    if (what !== 'piece' || now() - keptAt >= KEEP_EVERY_MS) keep();
  }

  function changed(): void {
    publisher.now();
    keep();
  }

  function keep(): void {
    answering.flush();
    keptAt = now();
    if (thread.tree().messages.size > 0) library.keep(thread.tree());
  }

  function stop(): void {
    stops += 1;
    answering.stop();
  }

  function leave(): void {
    stop();
    answering.leave();
  }

  function begin(): void {
    leave();
    thread.reset();
    changed();
  }

  function subscribe(listener: () => void): () => void {
    void load();
    if ((listeners += 1) === 1) stopListening = library.storage.onChange?.(hear);
    const unsubscribe = publisher.subscribe(listener);
    return () => {
      if (unsubscribe() && (listeners -= 1) === 0) stopListening?.();
    };
  }

  function show(tree: Conversation): void {
    thread.take(tree);
    publisher.now();
  }

  function hear(change: StorageChange): void {
    void attempt(({ takeChange }) => takeChange(desk, change));
  }

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
    publisher.now();
  }

  function attempt(act: Act): Promise<void> {
    return library.attempt(async () => act(await import('./stored.ts')));
  }

  async function whenLoaded(act: () => Promise<void> | void): Promise<void> {
    const before = stops;
    const reading = load();
    // What follows happens at once when it can, so that a stop behind it stops it.
    if (isLoading) await reading;
    if (before === stops) await act();
  }

  function withStored(act: Act): Promise<void> {
    return whenLoaded(() => {
      const before = stops;
      return attempt(async (stored) => (before === stops ? act(stored) : undefined));
    });
  }
}

/** What there is to see; what did not change in it is the same object as before. */
function snapshotOf(
  { thread, library, answering }: Desk,
  isLoading: boolean,
  before: ChatSnapshot,
): ChatSnapshot {
  const { id, title, messages } = thread.tree();
  const path = thread.path();
  const isSame =
    path.length === before.messages.length && path.every((one, at) => one === before.messages[at]);
  return {
    ...library.state(),
    status: answering.status(),
    error: answering.error(),
    isLoading,
    messages: isSame ? before.messages : path,
    conversationId: messages.size > 0 ? id : undefined,
    title,
  };
}
