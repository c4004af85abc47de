/**
 * What this engine uses of node-llama-cpp 3, in words of its own: the package is large, and installed by those who want it. A test
 * holds the package's own types against these.
 */
export interface LlamaModule {
  /** Loads the native library. */
  getLlama(options: LibraryOptions): Promise<Llama>;
}

/** How the native library is loaded. */
export interface LibraryOptions {
  /** Whether it may use a graphics card. */
  gpu: 'auto' | false;
  /** Nothing is compiled. */
  build: 'never';
  /** Nothing is fetched. */
  skipDownload: true;
  /** It prints nothing. */
  progressLogs: false;
  /** Is told what it would print. */
  logger: (level: string, message: string) => void;
}

/** The native library, loaded. */
export interface Llama {
  /** How many cores compute well. */
  readonly cpuMathCores: number;
  /** Loads a model file. */
  loadModel(options: ModelFileOptions): Promise<LlamaModel>;
  /** Frees all memory. */
  dispose(): Promise<void>;
}

/** Which model file is loaded. */
export interface ModelFileOptions {
  /** Its path. */
  modelPath: string;
  /** Is told how much is loaded, from 0 to 1. */
  onLoadProgress?: (progress: number) => void;
  /** Ends the loading. */
  loadSignal?: AbortSignal;
}

/** A token's number in the vocabulary. */
export type Token = number & {
  /** Tells tokens from other numbers. */
  __token: never;
};

/** A model file, loaded. */
export interface LlamaModel {
  /** The file's name. */
  readonly filename: string | undefined;
  /** Its bytes. */
  readonly size: number;
  /** The most tokens that it was trained for. */
  readonly trainContextSize: number;
  /** What the file says of itself. */
  readonly fileInfo: {
    /** Its metadata, by the parts of their names. */
    readonly metadata: unknown;
  };
  /** Its special tokens. */
  readonly tokens: SpecialTokens;
  /** A text as tokens; with `specialTokens`, names of special tokens are read as those. */
  tokenize(text: string, specialTokens?: boolean): Token[];
  /** Tokens as a text, as they follow `lastTokens`. */
  detokenize(
    tokens: readonly Token[],
    specialTokens?: boolean,
    lastTokens?: readonly Token[],
  ): string;
  /** Whether a token ends the model's turn. */
  isEogToken(token: Token | undefined): boolean;
  /** Goes through the vocabulary. */
  iterateAllTokens(): Iterable<Token>;
  /** What kind of token it is. */
  getTokenAttributes(token: Token): {
    /** Whether it steers the model and is no text. */
    readonly control: boolean;
  };
  /** Takes memory for conversations. */
  createContext(options: ContextOptions): Promise<LlamaContext>;
}

/** The special tokens of a model. */
export interface SpecialTokens {
  /** The token that begins a text. */
  readonly bos: Token | null;
  /** Its name. */
  readonly bosString: string | null;
  /** The name of the token that ends one. */
  readonly eosString: string | null;
  /** Whether the model expects the first before every prompt. */
  readonly shouldPrependBosToken: boolean;
}

/** How much memory is taken for conversations. */
export interface ContextOptions {
  /** How many conversations there are at once. */
  sequences: number;
  /** How many tokens each of them may have. */
  contextSize: number;
  /** How many threads compute. */
  threads: number;
}

/** The memory of a few conversations. */
export interface LlamaContext {
  /** Takes a conversation that nobody has taken. */
  getSequence(): LlamaSequence;
}

/** The memory of one conversation. */
export interface LlamaSequence {
  /** The most tokens that it can hold. */
  readonly contextSize: number;
  /** The tokens that it holds. */
  readonly contextTokens: Token[];
  /** How many those are. */
  readonly nextTokenIndex: number;
  /** Forgets all. */
  clearHistory(): Promise<void>;
  /** Forgets what differs from these tokens, and what follows it. */
  adaptStateToTokens(tokens: Token[], allowShift: false): Promise<void>;
  /** Forgets the tokens from `start` up to, not including, `end`. */
  eraseContextTokenRanges(ranges: { start: number; end: number }[]): Promise<void>;
  /** Reads tokens. */
  evaluateWithoutGeneratingNewTokens(tokens: Token[]): Promise<void>;
  /** Reads tokens, and tells what may follow them. */
  controlledEvaluate(input: [Token, EvaluateOptions][]): Promise<(undefined | Evaluated)[]>;
}

/** What is told of a token that was read. */
export interface EvaluateOptions {
  /** What is told of the tokens that may follow. */
  generateNext: {
    /** The raw logits of the likeliest, or of all. */
    logits: LikeliestLogits | true;
    /** The sum of e^(logit - highest logit) over the vocabulary. */
    totalLogitWeight: true;
  };
}

/** The logits of the likeliest tokens. */
export interface LikeliestLogits {
  /** Which tokens are meant. */
  filter: LogitFilter;
}

/** Which tokens' logits are told. */
export interface LogitFilter {
  /** These in any case. */
  tokens: Token[];
  /** So many of the likeliest. */
  includeTop: number;
}

/** What was told of a token that was read. */
export interface Evaluated {
  /** What may follow it. */
  next: {
    /** The raw logits, the highest first. */
    logits?: Map<Token, number>;
    /** The sum of e^(logit - highest logit) over the vocabulary. */
    totalLogitWeight?: number;
  };
}

/** What this engine uses of @huggingface/jinja. */
export interface JinjaModule {
  /** Reads a template. */
  readonly Template: JinjaTemplateConstructor;
}

/** How a template is read. */
export interface JinjaTemplateConstructor {
  /** Reads a template. */
  new (template: string): JinjaTemplate;
}

/** A template, ready to be filled. */
export interface JinjaTemplate {
  /** Fills it. */
  render(values: Record<string, unknown>): string;
}
