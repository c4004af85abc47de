import { createRequire } from 'node:module';
import type { ChatCompletion } from '@hermes4/core';
import { completionReader } from '@hermes4/tooling/completion';

const { resolve } = createRequire(import.meta.url);

/** Reads text that is one chat completion, as the API document describes it, and nothing else. */
export const parseCompletion = completionReader(resolve('@hermes4/core/openapi/hermes-4.yaml')) as (
  text: string,
) => ChatCompletion;
