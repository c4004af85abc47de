import { createHermes } from '../client/create-hermes.ts';
import type { StorageChange } from '../storage/chat-storage.ts';
import { memoryStorage } from '../storage/memory-storage.ts';
import type { Chat, ChatOptions, ChatSnapshot } from './chat.ts';
import type { Conversation } from './conversation.ts';
import { type Answering, createAnswering } from './create-answering.ts';
import { createLibrary, type Library } from './create-library.ts';
import { createPublisher } from './create-publisher.ts';
import { createThread, type Thread } from './create-thread.ts';
import { pageFrames } from './frames.ts';

/** The parts of a chat, put together. */
export interface Workspace extends Pick<Chat, 'subscribe' | 'getSnapshot' | 'stop'> {
  readonly thread: Thread;
  readonly library: Library;
  readonly answering: Answering;
  /** Shows what has changed, and keeps it. */
  readonly changed: () => void;
  /** Shows a conversation that was kept. */
  readonly restore: (tree: Conversation) => void;
  /** Ends what is on its way, because something else is to be shown. */
  readonly leave: () => void;
  /** Does something once what is kept was read, unless `leave()` or `stop()` came first. */
  readonly whenLoaded: (act: () => Promise<void> | void) => Promise<void>;
}

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
  let stopListening = (): void => undefined;
  const { getSnapshot } = publisher;
  const shown = { subscribe, getSnapshot, changed, restore };
  return { thread, library, answering, ...shown, leave, whenLoaded, stop };

  function compose(before: ChatSnapshot): ChatSnapshot {
    answering.flush();
    const { id, title, messages } = thread.tree();
    const path = thread.path();
    const isSame =
      path.length === before.messages.length &&
      path.every((one, at) => one === before.messages[at]);
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

  function subscribe(listener: () => void): () => void {
    void load();
    if ((listeners += 1) === 1) stopListening = library.listen((change) => void mergeFrom(change));
    const unsubscribe = publisher.subscribe(listener);
    return () => {
      if (unsubscribe() && (listeners -= 1) === 0) stopListening();
    };
  }

  function load(): Promise<void> {
    return (loading ??= read());
  }

  async function read(): Promise<void> {
    const before = thread.tree();
    await library.refresh();
    const id = conversationId === undefined ? library.state().conversations[0]?.id : conversationId;
    const stored = typeof id === 'string' ? await library.open(id) : undefined;
    // A new conversation may have been begun meanwhile.
    if (stored && before === thread.tree()) restore(stored);
    isLoading = false;
    publisher.now();
  }

  function restore(tree: Conversation): void {
    thread.take(tree);
    publisher.now();
  }

  async function whenLoaded(act: () => Promise<void> | void): Promise<void> {
    const before = stops;
    const reading = load();
    // What follows happens at once when it can, so that a stop behind it stops it.
    if (isLoading) await reading;
    if (before === stops) await act();
  }

  async function mergeFrom({ id, removed }: StorageChange): Promise<void> {
    if (removed || id !== thread.tree().id) return;
    const merge = await library.look(id);
    if (!merge || id !== thread.tree().id) return;
    const { tree, news } = merge(thread.tree(), answering.currentId());
    library.note(id, news);
    restore(tree);
  }
}
