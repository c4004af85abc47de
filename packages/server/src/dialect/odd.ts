import type { ChatCompletionChunkChoice, ChatCompletionChunkDelta } from '@hermes4/core';
import { metaOf } from './aimlapi.ts';
import type { Bill, Dialect, Envelope, Speech } from './dialect.ts';

/**
 * What odd hosts were seen to send, all at once: comments, `choices` that are empty, nulls for what is not
 * said, chunks without id, role or index, thoughts twice, reasons in other words, usage in a chunk that
 * says something, the last chunk once more, without a delta, and an event of nothing but the cost.
 */
export const odd: Dialect = {
  name: 'odd',
  headers: () => ({}),
  whole: (completion, { usage }) => ({
    ...completion,
    service_tier: '',
    base_resp: null,
    choices: completion.choices.map(({ message, logprobs, finish_reason }) => ({
      finish_reason: oddReason(finish_reason),
      flag: 0,
      ...(logprobs && { logprobs }),
      message: {
        content: message.content === null ? null : [{ type: 'text', text: message.content }],
        reasoning_content: message.reasoning_content,
        reasoning: message.reasoning_content,
        annotations: null,
        tool_calls: message.tool_calls ?? null,
      },
    })),
    usage: oddUsage(usage),
    meta: null,
  }),
  stream: createOddStream,
  refusal: ({ message, status }) => ({ title: 'Error', status, message }),
};

function createOddStream(envelope: Envelope): Speech {
  let count = 0;
  let last: object = {};

  return {
    chunk: (chunk) => {
      count += 1;
      if (count === 1) return [': ping', { ...envelope, choices: [], usage: null }];
      const [choice] = chunk.choices;
      if (!choice) return [];
      const id = count === 2 ? chunk.id : '';
      last = { ...chunk, id, usage: null, obfuscation: 'x7', choices: [oddChoice(choice)] };
      // The last one waits for the usage.
      if (choice.finish_reason) return [];
      return count % 7 === 0 ? [':', last] : [last];
    },
    end: (bill) => {
      const closing = { ...last, usage: oddUsage(bill.usage) };
      return [closing, withoutDelta(closing), metaOf(bill)];
    },
    error: ({ message }) => [{ object: 'error', message }],
  };
}

function oddChoice({ delta, finish_reason, logprobs }: ChatCompletionChunkChoice): object {
  return {
    delta: oddDelta(delta ?? {}),
    ...(finish_reason && { finish_reason: oddReason(finish_reason) }),
    ...(logprobs && { logprobs }),
  };
}

function oddDelta({ content, reasoning_content, tool_calls }: ChatCompletionChunkDelta): object {
  return {
    role: null,
    content: content ?? null,
    reasoning_content: reasoning_content ?? null,
    reasoning: reasoning_content ?? null,
    refusal: null,
    tool_calls:
      tool_calls?.map(({ id, type, function: said }) =>
        id
          ? { id, type, function: said }
          : { id: null, type: null, function: { name: null, ...said } },
      ) ?? null,
  };
}

function withoutDelta(chunk: object): object {
  const { choices } = chunk as { choices: readonly { readonly finish_reason?: string }[] };
  return { ...chunk, choices: choices.map(({ finish_reason }) => ({ finish_reason })) };
}

function oddUsage(usage: Bill['usage']): object {
  return { ...usage, prompt_tokens_details: null, total_characters: 0 };
}

const REASONS: Readonly<Record<string, string>> = {
  stop: 'end_turn',
  length: 'max_tokens',
  tool_calls: 'tool_use',
};

function oddReason(reason: string): string {
  return REASONS[reason] ?? reason;
}
