// Generated from openapi/hermes-4.yaml by `pnpm generate`. Do not edit.
import type { Range } from './schema.ts';

/** The parameters that are a number. */
export const ranges: Readonly<Record<string, Range>> = {"max_completion_tokens":["integer",1],"max_tokens":["number",1],"temperature":["number",0,2],"top_p":["number",0.01,1],"top_k":["number"],"min_p":["number",0.001,0.999],"top_a":["number",0,1],"seed":["integer",1],"frequency_penalty":["number",-2,2],"presence_penalty":["number",-2,2],"repetition_penalty":["number"]};

/** Who can say a text and nothing else. */
export const speakers: readonly string[] = ["system","developer","user","assistant"];
