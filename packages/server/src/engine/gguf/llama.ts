/**
 * What this engine uses of node-llama-cpp 3, in words of its own: the package is large, and installed by those who want it. A test
 * holds the package's own types against these.
 */
export interface LlamaModule {
  getLlama(options: {
    gpu: 'auto' | false;
    build: 'never';
    skipDownload: true;
    progressLogs: false;
    logger: (level: string, message: string) => void;
  }): Promise<Llama>;
}

/** The native library, loaded. */
export interface Llama {
  readonly cpuMathCores: number;
  loadModel(options: {
    modelPath: string;
    onLoadProgress?: (progress: number) => void;
    loadSignal?: AbortSignal;
  }): Promise<LlamaModel>;
  dispose(): Promise<void>;
}

/** A token's number in the vocabulary. */
export type Token = number & { __token: never };

/** A model file, loaded. */
export interface LlamaModel {
  readonly filename: string | undefined;
  readonly size: number;
  readonly trainContextSize: number;
  readonly fileInfo: { readonly metadata: unknown };
  readonly tokens: {
    readonly bosString: string | null;
    readonly eosString: string | null;
    readonly shouldPrependBosToken: boolean;
    readonly bos: Token | null;
  };
  tokenize(text: string, specialTokens?: boolean): Token[];
  detokenize(
    tokens: readonly Token[],
    specialTokens?: boolean,
    lastTokens?: readonly Token[],
  ): string;
  isEogToken(token: Token | undefined): boolean;
  isSpecialToken(token: Token | undefined): boolean;
  iterateAllTokens(): Iterable<Token>;
  getTokenAttributes(token: Token): { readonly control: boolean };
  createContext(options: {
    sequences: number;
    contextSize: number;
    threads: number;
  }): Promise<LlamaContext>;
}

/** The memory of a few conversations. */
export interface LlamaContext {
  readonly contextSize: number;
  getSequence(): LlamaSequence;
}

/** The memory of one conversation. */
export interface LlamaSequence {
  readonly contextSize: number;
  readonly contextTokens: Token[];
  readonly nextTokenIndex: number;
  clearHistory(): Promise<void>;
  adaptStateToTokens(tokens: Token[], allowShift: false): Promise<void>;
  eraseContextTokenRanges(ranges: { start: number; end: number }[]): Promise<void>;
  evaluateWithoutGeneratingNewTokens(tokens: Token[]): Promise<void>;
  controlledEvaluate(
    input: [
      Token,
      {
        generateNext: {
          logits: { filter: { tokens: Token[]; includeTop: number } } | true;
          totalLogitWeight: true;
        };
      },
    ][],
  ): Promise<(undefined | { next: { logits?: Map<Token, number>; totalLogitWeight?: number } })[]>;
}

/** What this engine uses of @huggingface/jinja. */
export interface JinjaModule {
  readonly Template: new (template: string) => { render(values: Record<string, unknown>): string };
}
