import type { Engine } from '@hermes4/server';
import type { Context } from '../../command.ts';
import type { ServeOptions } from './serve-options.ts';

/** An engine that is ready, and what there is to know about it. */
export interface OpenEngine {
  readonly engine: Engine;
  /** As the end of “Engine: …”. */
  readonly description: string;
  /** As a sentence: where calls and keys go. */
  readonly reach: string;
  /** Lets go of what it holds. */
  close?(): Promise<void>;
}

/** Makes an engine. */
export type Open = (options: ServeOptions, context: Context) => Promise<OpenEngine>;
