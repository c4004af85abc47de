import { createRandom } from '../../src/sampling/random.ts';
import { type GgufTensor, type GgufValue, writeGguf } from './write-gguf.ts';

const NORMAL = 1;
const CONTROL = 3;
const OWN = 4;

/** What a tiny model is made of. */
export interface TinyModel {
  /** Tokens of more than a byte, which the model knows as a whole. */
  readonly words?: readonly string[];
  /** What always follows what: each word is followed by the next. Without it, weights are random. */
  readonly scripts?: readonly (readonly string[])[];
  readonly template?: string;
  readonly contextTokens?: number;
}

export const CONTROLS: readonly string[] = [
  '<|begin_of_text|>',
  '<|start_header_id|>',
  '<|end_header_id|>',
  '<|eot_id|>',
];

/**
 * Writes a model of the Llama architecture with a vocabulary of bytes and a few words. With random weights it says nonsense, by
 * probabilities as real as any; with scripts, it says what they say: every token's embedding is a direction of its own, and the
 * output reads which token follows it.
 */
export function writeTinyModel(path: string, model: TinyModel): void {
  const { words = [], scripts, template, contextTokens = 2_048 } = model;
  const ends = [...CONTROLS, '<think>', '</think>', '<tool_call>', '</tool_call>'];
  const own = [
    ...new Set([...ends.slice(CONTROLS.length), ...words, ...(scripts ?? []).flat()]),
  ].filter((word) => !CONTROLS.includes(word) && Array.from(word).length > 1);
  const tokens = [...BYTES, ...CONTROLS, ...own.map(spelled)];
  const size = scripts ? Math.ceil(tokens.length / 32) * 32 : 64;
  const shape = { size, inner: 128, heads: 4, groups: 2, layers: scripts ? 1 : 2 };
  const idOf = (word: string): number => {
    const id = CONTROLS.includes(word)
      ? BYTES.length + CONTROLS.indexOf(word)
      : tokens.indexOf(spelled(word));
    if (id === -1) throw new Error(`The vocabulary has no token ${word}.`);
    return id;
  };
  const metadata: Record<string, GgufValue> = {
    'general.architecture': { text: 'llama' },
    'general.name': { text: 'tiny' },
    'llama.context_length': { u32: contextTokens },
    'llama.embedding_length': { u32: size },
    'llama.block_count': { u32: shape.layers },
    'llama.feed_forward_length': { u32: shape.inner },
    'llama.attention.head_count': { u32: shape.heads },
    'llama.attention.head_count_kv': { u32: shape.groups },
    'llama.attention.layer_norm_rms_epsilon': { f32: 1e-5 },
    'llama.rope.dimension_count': { u32: size / shape.heads },
    'llama.vocab_size': { u32: tokens.length },
    'tokenizer.ggml.model': { text: 'gpt2' },
    'tokenizer.ggml.pre': { text: 'llama-bpe' },
    'tokenizer.ggml.tokens': { texts: tokens },
    'tokenizer.ggml.token_type': {
      i32s: tokens.map((_, id) =>
        id < BYTES.length ? NORMAL : id < BYTES.length + CONTROLS.length ? CONTROL : OWN,
      ),
    },
    'tokenizer.ggml.merges': { texts: ['a b'] },
    'tokenizer.ggml.bos_token_id': { u32: idOf('<|begin_of_text|>') },
    'tokenizer.ggml.eos_token_id': { u32: idOf('<|eot_id|>') },
    ...(template !== undefined && { 'tokenizer.chat_template': { text: template } }),
  };
  const draw = createRandom(7);
  const random = (...dimensions: number[]): GgufTensor => tensor(dimensions, () => draw() - 0.5);
  const zero = (...dimensions: number[]): GgufTensor => tensor(dimensions, () => 0);
  const layer = scripts ? zero : random;
  const embedding = scripts ? oneHot(size, tokens.length) : random(size, tokens.length);
  const output = scripts
    ? following(size, tokens.length, scripts, idOf)
    : random(size, tokens.length);
  const tensors: Record<string, GgufTensor> = {
    'token_embd.weight': embedding,
    'output_norm.weight': tensor([size], () => 1),
    'output.weight': output,
  };
  const grouped = (size / shape.heads) * shape.groups;
  for (let index = 0; index < shape.layers; index++) {
    Object.assign(tensors, {
      [`blk.${index}.attn_norm.weight`]: tensor([size], () => 1),
      [`blk.${index}.attn_q.weight`]: layer(size, size),
      [`blk.${index}.attn_k.weight`]: layer(size, grouped),
      [`blk.${index}.attn_v.weight`]: layer(size, grouped),
      [`blk.${index}.attn_output.weight`]: layer(size, size),
      [`blk.${index}.ffn_norm.weight`]: tensor([size], () => 1),
      [`blk.${index}.ffn_gate.weight`]: layer(size, shape.inner),
      [`blk.${index}.ffn_up.weight`]: layer(size, shape.inner),
      [`blk.${index}.ffn_down.weight`]: layer(shape.inner, size),
    });
  }
  writeGguf(path, { metadata, tensors });
}

function tensor(dimensions: readonly number[], value: (index: number) => number): GgufTensor {
  const length = dimensions.reduce((product, one) => product * one, 1);
  return { dimensions, values: Float32Array.from({ length }, (_, index) => value(index)) };
}

function oneHot(size: number, count: number): GgufTensor {
  return tensor([size, count], (index) => (index % size === Math.floor(index / size) ? 1 : 0));
}

/** Reads, in the row of each token, the tokens that it follows. */
function following(
  size: number,
  count: number,
  scripts: readonly (readonly string[])[],
  idOf: (word: string) => number,
): GgufTensor {
  const before = new Map<number, Set<number>>();
  for (const script of scripts) {
    script.slice(1).forEach((word, index) => {
      const id = idOf(word);
      before.set(id, (before.get(id) ?? new Set()).add(idOf(script[index] as string)));
    });
  }
  return tensor([size, count], (index) =>
    before.get(Math.floor(index / size))?.has(index % size) ? 1 : 0,
  );
}

/** How byte-level tokenizers write bytes: those that can be seen as they are, the others from U+0100 on. */
const BYTES: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte).map(letterOf);

function isSeen(byte: number): boolean {
  return (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
}

function letterOf(byte: number): string {
  if (isSeen(byte)) return String.fromCodePoint(byte);
  const hidden = Array.from({ length: byte }, (_, one) => one).filter((one) => !isSeen(one)).length;
  return String.fromCodePoint(0x100 + hidden);
}

/** Tokens of the vocabulary's own are not spelled in bytes. */
function spelled(word: string): string {
  return word;
}
