import { HermesError } from '@hermes4/core';
import type { GgufEngineOptions, GgufRuntime } from './gguf-options.ts';
import type { Llama, LlamaModel, LlamaSequence } from './llama.ts';

/** A model file that is ready to write. */
export interface OpenedModel {
  readonly model: LlamaModel;
  readonly sequences: readonly LlamaSequence[];
  readonly contextTokens: number;
  readonly close: () => Promise<void>;
}

const DEFAULT_CONTEXT_TOKENS = 8_192;

/**
 * Loads the native library and the file.
 *
 * @throws HermesError `invalid_options` when the file is none that can be run, or no library is there for this machine.
 */
export async function openModel(
  { llama: library }: GgufRuntime,
  options: GgufEngineOptions,
): Promise<OpenedModel> {
  const { modelPath, parallel = 1, gpu = 'auto', onProgress, signal } = options;
  const said: string[] = [];
  const llama = await loadLibrary(library, gpu, said);
  try {
    const model = await llama.loadModel({
      modelPath,
      ...(onProgress && { onLoadProgress: onProgress }),
      ...(signal && { loadSignal: signal }),
    });
    const contextSize =
      options.contextTokens ?? Math.min(DEFAULT_CONTEXT_TOKENS, model.trainContextSize);
    const threads = options.threads ?? Math.max(1, llama.cpuMathCores - 1);
    const context = await model.createContext({ sequences: parallel, contextSize, threads });
    const sequences = Array.from({ length: parallel }, () => context.getSequence());
    return {
      model,
      sequences,
      // The library rounds up; a caller is promised what was asked for.
      contextTokens: Math.min(contextSize, ...sequences.map((sequence) => sequence.contextSize)),
      close: () => llama.dispose(),
    };
  } catch (error) {
    await llama.dispose();
    signal?.throwIfAborted();
    throw unusable(modelPath, error, said);
  }
}

/** The library's own way of helping itself, to fetch and to compile, is never what a server should do when it starts. */
async function loadLibrary(
  library: GgufRuntime['llama'],
  gpu: 'auto' | false,
  said: string[],
): Promise<Llama> {
  try {
    return await library.getLlama({
      gpu,
      build: 'never',
      skipDownload: true,
      progressLogs: false,
      logger: (level, message) => {
        if (level === 'error' || level === 'fatal') said.push(message.trim());
      },
    });
  } catch (error) {
    throw new HermesError(
      `The engine for model files has no binary for this machine: ${messageOf(error)}. It needs a 64-bit Linux with glibc 2.34 or newer, macOS or Windows.`,
      { code: 'invalid_options', path: 'runtime', cause: error },
    );
  }
}

function unusable(modelPath: string, error: unknown, said: readonly string[]): HermesError {
  const reason = [messageOf(error), ...said.slice(0, 2)].join('; ');
  return new HermesError(
    `Option modelPath cannot be used: expected a whole GGUF file that fits into memory, but loading ${modelPath} failed: ${reason}.`,
    { code: 'invalid_options', path: 'modelPath', cause: error },
  );
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
}
