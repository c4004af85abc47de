import type { LlamaModel, Token } from './llama.ts';

/** A model's tokens, and their texts. */
export interface Vocabulary {
  /** A prompt as tokens; tags of the template are one token each. */
  tokensOf(prompt: string): readonly Token[];
  /** What a token stands for; half a character is U+FFFD. */
  textOf(token: Token): string;
  /** Several tokens, as they follow others. */
  joined(tokens: readonly Token[], before: readonly Token[]): string;
  /** Whether the model ends its turn with it. */
  isEnd(token: Token): boolean;
  /** Text that cannot be read as a control token, whoever wrote it. */
  readonly disarm: (text: string) => string;
}

/** Reads a model's vocabulary. */
export function readVocabulary(model: LlamaModel): Vocabulary {
  const texts = new Map<Token, string>();
  const control = controlPattern(model);
  let last: { prompt: string; tokens: readonly Token[] } | undefined;

  return {
    // A prompt is counted before it is read.
    tokensOf(prompt) {
      if (last?.prompt !== prompt) last = { prompt, tokens: tokenize(prompt) };
      return last.tokens;
    },
    textOf(token) {
      const text = texts.get(token) ?? model.detokenize([token], true);
      texts.set(token, text);
      return text;
    },
    joined: (tokens, before) => model.detokenize(tokens, true, before),
    isEnd: (token) => model.isEogToken(token),
    disarm: (text) =>
      control ? text.replace(control, (name) => `${name[0] ?? ''} ${name.slice(1)}`) : text,
  };

  /** Templates write the begin token themselves, or leave it to whoever tokenizes. */
  function tokenize(prompt: string): readonly Token[] {
    const tokens = model.tokenize(prompt, true);
    const { bos, shouldPrependBosToken } = model.tokens;
    const isMissing = shouldPrependBosToken && bos !== null && tokens[0] !== bos;
    return isMissing ? [bos, ...tokens] : tokens;
  }
}

/** The texts of the tokens that begin and end turns; a message must not be able to write one. */
function controlPattern(model: LlamaModel): RegExp | undefined {
  const names: string[] = [];
  for (const token of model.iterateAllTokens()) {
    if (!model.getTokenAttributes(token).control && !model.isEogToken(token)) continue;
    const text = model.detokenize([token], true);
    if (text.length > 1) names.push(text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  }
  if (names.length === 0) return undefined;
  return new RegExp(names.sort((one, other) => other.length - one.length).join('|'), 'g');
}
