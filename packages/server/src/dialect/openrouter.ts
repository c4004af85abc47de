import type { ChatCompletionChunk } from '@hermes4/core';
import type { Bill, Dialect, Envelope } from './dialect.ts';

/** Named where OpenRouter names the company behind it; no real one, since none answers. */
const PROVIDER = 'hermes4-local';

/** OpenRouter's form: `reasoning` twice, comments while it works, usage always and with its cost. */
export const openrouter: Dialect = {
  name: 'openrouter',
  headers: () => ({}),
  whole: (completion, bill) => ({
    ...completion,
    id: generationId(completion),
    provider: PROVIDER,
    choices: completion.choices.map(({ message, ...choice }) => {
      const { reasoning_content, ...said } = message;
      const thought = reasoning_content ?? null;
      return {
        ...choice,
        native_finish_reason: choice.finish_reason,
        message: {
          ...said,
          reasoning: thought,
          ...(thought !== null && { reasoning_details: details(thought) }),
        },
      };
    }),
    usage: usageWithCost(bill),
  }),
  stream: (envelope) => {
    const base = { ...chunkBase(envelope), provider: PROVIDER };
    let isFirst = true;
    return {
      chunk: (chunk) => {
        const said = { ...chunk, ...base, choices: chunk.choices.map(choiceOf) };
        const comments = isFirst ? [': OPENROUTER PROCESSING', ': OPENROUTER PROCESSING'] : [];
        isFirst = false;
        return [...comments, said];
      },
      end: (bill) => [{ ...base, choices: [], usage: usageWithCost(bill) }],
      error: ({ message, status }) => [
        {
          ...base,
          error: { code: status, message },
          choices: [{ index: 0, delta: { content: '' }, finish_reason: 'error' }],
        },
      ],
    };
  },
  refusal: ({ message, status }) => ({ error: { code: status, message } }),
};

function choiceOf({ delta, ...choice }: ChatCompletionChunk['choices'][number]): object {
  const { reasoning_content, ...said } = delta ?? {};
  const thought = reasoning_content ?? '';
  return {
    ...choice,
    native_finish_reason: choice.finish_reason ?? null,
    delta: {
      role: 'assistant',
      content: '',
      ...said,
      ...(thought !== '' && { reasoning: thought, reasoning_details: details(thought) }),
    },
  };
}

function details(text: string): readonly object[] {
  return [{ type: 'reasoning.text', text, format: 'unknown', index: 0 }];
}

function chunkBase(envelope: Envelope): object {
  return { ...envelope, id: generationId(envelope), object: 'chat.completion.chunk' };
}

/** OpenRouter names answers `gen-`, the second, and twenty characters. */
function generationId({ id, created }: { id: string; created: number }): string {
  const unique = id.replace(/^chatcmpl-/, '').replaceAll('-', '');
  return `gen-${created}-${unique.slice(0, 20)}`;
}

function usageWithCost({ usage, cost }: Bill): object {
  return {
    ...usage,
    cost: cost?.usd ?? 0,
    is_byok: false,
    prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 },
    cost_details: { upstream_inference_cost: null },
  };
}
