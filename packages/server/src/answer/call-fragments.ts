import type { ChatCompletionChunkToolCall } from '@hermes4/core';

/** About what a few tokens bring. */
const PART = /[^]{1,12}/gu;

/** A call as hosts stream it: first its id and name, then its arguments in parts. */
export function callFragments(call: ChatCompletionChunkToolCall): ChatCompletionChunkToolCall[] {
  const { index, function: said } = call;
  const parts = said?.arguments?.match(PART) ?? [];
  return [
    { ...call, function: { ...said, arguments: '' } },
    ...parts.map((part) => ({ index, function: { arguments: part } })),
  ];
}
