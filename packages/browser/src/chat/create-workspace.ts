import { createHermes } from '../client/create-hermes.ts';
import type { StorageChange } from '../storage/chat-storage.ts';
import { memoryStorage } from '../storage/memory-storage.ts';
import type { Chat, ChatOptions, ChatSnapshot } from './chat.ts';
import type { Conversation } from './conversation.ts';
import { createAnswering } from './create-answering.ts';
import { createLibrary } from './create-library.ts';
import { createPublisher } from './create-publisher.ts';
import { createReading, type Reading } from './create-reading.ts';
import { createThread } from './create-thread.ts';
import { pageFrames } from './frames.ts';
import type { Desk } from './stored.ts';

/** The parts of a chat, put together. */
export interface Workspace
  extends Desk,
    Pick<Reading, 'whenLoaded' | 'withStored'>,
    Pick<Chat, 'subscribe' | 'getSnapshot' | 'stop'> {}

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
  const reading = createReading({ library, thread, show }, conversationId, () => publisher.now());
  let keptAt = -Infinity;
  let listeners = 0;
  let stopListening: (() => void) | undefined;
  const { getSnapshot } = publisher;
  const { whenLoaded, withStored } = reading;
  const desk: Desk = { thread, library, answering, changed, show, begin, leave };
  return { ...desk, subscribe, getSnapshot, whenLoaded, withStored, stop };

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
      isLoading: reading.isLoading(),
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
    // What was asked for while things were read is not done when a stop came behind it.
    reading.callOff();
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
    void reading.load();
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
    void reading.attempt(({ takeChange }) => takeChange(desk, change));
  }
}
