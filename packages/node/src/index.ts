// The client of this package shadows core's; every other name of core is passed on as it is.
export * from '@hermes4/core';
export { type RecordOptions, record } from './cassette/record.ts';
export { type ReplayOptions, replay } from './cassette/replay.ts';
export { createHermes } from './create-hermes.ts';
export { fileFromPath } from './files/file-from-path.ts';
export { type ByteSource, fileFromStream } from './files/file-from-stream.ts';
export type { FileOptions, FilePart } from './files/file-part.ts';
