import { aimlapi } from './aimlapi.ts';
import type { Dialect, DialectName } from './dialect.ts';
import { inline } from './inline.ts';
import { nebius } from './nebius.ts';
import { odd } from './odd.ts';
import { openrouter } from './openrouter.ts';
import { vllm } from './vllm.ts';

/** Every dialect that the server speaks, by its name. */
export const dialects: Readonly<Record<DialectName, Dialect>> = {
  aimlapi,
  openrouter,
  vllm,
  nebius,
  inline,
  odd,
};
