// Generated from openapi/hermes-4.yaml by `pnpm generate`. Do not edit.
import type { Range } from './schema.ts';

/** The parameters that most requests set, if any; each is a number. */
export const ranges: Readonly<Record<string, Range>> = {"max_completion_tokens":["integer",1],"max_tokens":["number",1],"temperature":["number",0,2],"top_p":["number",0.01,1]};

/** Who can say a text and nothing else. */
export const speakers: readonly string[] = ["system","developer","user","assistant"];
