import type { JinjaModule, LlamaModule } from './llama.ts';

/** The packages that run a model file; neither is installed with this one. */
export interface GgufRuntime {
  /** The package `node-llama-cpp`, version 3. */
  readonly llama: LlamaModule;
  /** The package `@huggingface/jinja`. */
  readonly jinja: JinjaModule;
}

/** Which model file, and how it is run. */
export interface GgufEngineOptions {
  /** The path of the file; of one that is split, of its first part. */
  readonly modelPath: string;
  /**
   * What runs it, when it lives elsewhere than beside this package: `hermes4 engine install` has a folder of its own.
   *
   * @defaultValue `import('node-llama-cpp')` and `import('@huggingface/jinja')`
   */
  readonly runtime?: GgufRuntime | undefined;
  /** How many answers are written at once; each takes memory for its own context. At least 1. @defaultValue 1 */
  readonly parallel?: number | undefined;
  /** How many calls may wait for one of them; further ones get a 503. @defaultValue 64 */
  readonly maxWaiting?: number | undefined;
  /**
   * The most tokens that prompt and answer may have together. A longer conversation is a 400; nothing is ever cut from it.
   *
   * @defaultValue 8,192, or what the model was trained for if that is less
   */
  readonly contextTokens?: number | undefined;
  /** Whether a graphics card is used when there is one. @defaultValue `'auto'` */
  readonly gpu?: 'auto' | false | undefined;
  /**
   * How many threads compute. More than there are free cores makes each token slower by an order of magnitude, because they wait
   * for each other.
   *
   * @defaultValue one less than the machine has cores, at least 1
   */
  readonly threads?: number | undefined;
  /**
   * From how many of the likeliest tokens each token is drawn; what is not among them cannot come. Their probabilities are
   * those in the whole vocabulary.
   *
   * @defaultValue 512
   */
  readonly candidates?: number | undefined;
  /** Is told how much of the file is loaded, from 0 to 1. */
  readonly onProgress?: ((loaded: number) => void) | undefined;
  /** Ends the loading. */
  readonly signal?: AbortSignal | undefined;
  /** Gives the seed of an answer whose request has none. @defaultValue the platform's chance */
  readonly seed?: (() => number) | undefined;
}
