/**
 * The engine for local model files; it needs the packages `node-llama-cpp` and `@huggingface/jinja`, which are not installed with
 * this one.
 *
 * @module
 */
export { createGgufEngine, type GgufEngine } from './engine/gguf/gguf-engine.ts';
export type { GgufEngineOptions, GgufRuntime } from './engine/gguf/gguf-options.ts';
export type {
  ContextOptions,
  Evaluated,
  EvaluateOptions,
  JinjaModule,
  JinjaTemplate,
  JinjaTemplateConstructor,
  LibraryOptions,
  LikeliestLogits,
  Llama,
  LlamaContext,
  LlamaModel,
  LlamaModule,
  LlamaSequence,
  LogitFilter,
  ModelFileOptions,
  SpecialTokens,
  Token,
} from './engine/gguf/llama.ts';
