/**
 * The local server on a TCP port.
 *
 * @module
 */
export { type Listening, type ListenOptions, listen } from './listen.ts';
