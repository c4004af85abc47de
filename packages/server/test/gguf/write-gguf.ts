import { writeFileSync } from 'node:fs';

/** A value of a GGUF file's metadata. */
export type GgufValue =
  | { readonly u32: number }
  | { readonly f32: number }
  | { readonly bool: boolean }
  | { readonly text: string }
  | { readonly texts: readonly string[] }
  | { readonly i32s: readonly number[] };

/** A tensor of 32-bit floats; its first dimension is the one that lies closest together. */
export interface GgufTensor {
  readonly dimensions: readonly number[];
  readonly values: Float32Array;
}

/** What stands in a GGUF file. */
export interface Gguf {
  readonly metadata: Readonly<Record<string, GgufValue>>;
  readonly tensors: Readonly<Record<string, GgufTensor>>;
}

const ALIGNMENT = 32;
const F32 = 0;

/** Writes a GGUF file of version 3 (github.com/ggml-org/ggml, docs/gguf.md). */
export function writeGguf(path: string, { metadata, tensors }: Gguf): void {
  const parts: Buffer[] = [Buffer.from('GGUF'), u32(3)];
  const entries = Object.entries(tensors);
  parts.push(u64(entries.length), u64(Object.keys(metadata).length));
  for (const [key, value] of Object.entries(metadata)) parts.push(text(key), ...typed(value));
  let offset = 0;
  for (const [name, { dimensions, values }] of entries) {
    parts.push(text(name), u32(dimensions.length), ...dimensions.map(u64), u32(F32), u64(offset));
    offset += padded(values.byteLength);
  }
  parts.push(filler(Buffer.concat(parts).length));
  for (const [, { values }] of entries) {
    parts.push(
      Buffer.from(values.buffer, values.byteOffset, values.byteLength),
      filler(values.byteLength),
    );
  }
  writeFileSync(path, Buffer.concat(parts));
}

function typed(value: GgufValue): Buffer[] {
  if ('u32' in value) return [u32(4), u32(value.u32)];
  if ('f32' in value) return [u32(6), f32(value.f32)];
  if ('bool' in value) return [u32(7), Buffer.from([value.bool ? 1 : 0])];
  if ('text' in value) return [u32(8), text(value.text)];
  if ('texts' in value) return [u32(9), u32(8), u64(value.texts.length), ...value.texts.map(text)];
  return [u32(9), u32(5), u64(value.i32s.length), ...value.i32s.map(u32)];
}

function u32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}

function u64(value: number): Buffer {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64LE(BigInt(value));
  return buffer;
}

function f32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeFloatLE(value);
  return buffer;
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([u64(bytes.length), bytes]);
}

function padded(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}

function filler(length: number): Buffer {
  return Buffer.alloc(padded(length) - length);
}
