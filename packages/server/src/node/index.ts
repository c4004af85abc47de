/**
 * The local server on a TCP port, and what it keeps on disk.
 *
 * @module
 */
export { type CassetteFile, openCassette } from './cassette-file.ts';
export { type CloseOptions, type Listening, type ListenOptions, listen } from './listen.ts';
export { type RequestListenerOptions, requestListener } from './request-listener.ts';
export { openSqliteStore } from './sqlite-store.ts';
