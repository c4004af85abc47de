// Shared by the entries. They name core and the client that shadows core's themselves: a star that two entries share
// is lost when they are bundled, and two stars with the same name export neither.

export type { Branches, Chat, ChatOptions, ChatSnapshot } from './chat/chat.ts';
export type { ChatStatus } from './chat/chat-status.ts';
export type { ConversationSummary } from './chat/conversation.ts';
export { createChat } from './chat/create-chat.ts';
export type { LibraryState } from './chat/create-library.ts';
export { type Frames, pageFrames } from './chat/frames.ts';
export type {
  Answer,
  AnswerStep,
  AnswerUsage,
  ChatContent,
  ChatError,
  ChatMessage,
  ChatToolCall,
  TextPart,
  UserMessage,
} from './chat/message.ts';
export type { ChatParams } from './chat/question.ts';
export { reasoningOf, textOf } from './chat/text-of.ts';
export type { BrowserHermesOptions } from './client/create-hermes.ts';
export { type FileFromBlobOptions, type FilePart, fileFromBlob } from './client/file-from-blob.ts';
export type { Ticket, TicketRoute, TicketSource } from './client/ticket.ts';
export type { ChatStorage, StorageChange, StoredConversation } from './storage/chat-storage.ts';
export { type IndexedDbStorageOptions, indexedDbStorage } from './storage/indexed-db-storage.ts';
export { type MemoryStorageOptions, memoryStorage } from './storage/memory-storage.ts';
