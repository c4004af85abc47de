/**
 * The local server on a TCP port, and what it keeps on disk.
 *
 * @module
 */
export { type CassetteFile, openCassette } from './cassette-file.ts';
export type { HttpOptions } from './create-http.ts';
export { type CloseOptions, type Listening, type ListenOptions, listen } from './listen.ts';
export { type RequestListenerOptions, requestListener } from './request-listener.ts';
export { openSqliteStore, type SqliteStore } from './sqlite-store.ts';
