import type { ChatCompletionChunk, CompletionUsage } from '@hermes4/core';
import type { Call } from '../call.ts';
import { type Clock, systemClock } from '../clock.ts';
import type { Bill, Dialect, Envelope } from '../dialect/dialect.ts';
import type { TokenEngine } from '../engine/engine.ts';
import { type Generation, type Pace, startGeneration } from '../generate/generate.ts';
import { tokenBudget } from '../generate/token-budget.ts';
import { type Cost, costOf, type Prices } from '../prices.ts';
import { renderPrompt } from '../prompt/render-prompt.ts';
import { wantsThinking } from '../prompt/wants-thinking.ts';
import type { Refusal } from '../refusal.ts';
import { createDraft, type Draft, openingChunk } from './draft.ts';

/** What answers calls, and how. */
export interface AnswerOptions {
  readonly engine: TokenEngine;
  readonly dialect: Dialect;
  readonly prices: Prices;
  /** Gives each answer its pace. @defaultValue as fast as it is read */
  readonly pacer?: { begin(): Pace } | undefined;
  /** @defaultValue the machine's own */
  readonly clock?: Clock | undefined;
  /** Told of each answer once, when it has ended, however it did; of a refusal before it is thrown. */
  onEnd(ending: AnswerEnding): void;
}

/** How an answer ended, for the books, the journal and the metrics. */
export interface AnswerEnding {
  /** `refused` before the first header, `failed` after it, `left` when the caller had gone. */
  readonly end: 'complete' | 'refused' | 'failed' | 'left';
  /** What it took until then. */
  readonly usage: CompletionUsage;
  /** What that costs; nothing for a refusal, or for a model that has no price. */
  readonly cost?: Cost | undefined;
  readonly finishReason?: string | undefined;
  /** When the first of the answer was there, in milliseconds since 1970. */
  readonly firstContentAt?: number | undefined;
  /** What the caller was told, if the answer did not come about. */
  readonly refusal?: Refusal | undefined;
}

/** One answer under way. */
export interface Work {
  readonly call: Call;
  readonly dialect: Dialect;
  readonly envelope: Envelope;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** The chunk that opens the answer. */
  opening(): ChatCompletionChunk;
  /** The chunks that come next, perhaps none yet; `undefined` after the last. */
  next(): Promise<readonly ChatCompletionChunk[] | undefined>;
  /** What it took so far. */
  bill(): Bill;
  /** It is over; the first of several calls counts. */
  end(how: AnswerEnding['end'], refusal?: Refusal): void;
}

interface Begun {
  readonly draft: Draft;
  readonly generation: Generation;
  readonly promptTokens: number;
}

/** Prepares an answer; nothing begins before its first chunks are asked for. */
export function createWork(call: Call, options: AnswerOptions): Work {
  const { engine, dialect, prices, clock = systemClock } = options;
  const { request } = call;
  const envelope = envelopeOf(call, engine);
  const stop = new AbortController();
  let begun: Begun | undefined;
  let firstContentAt: number | undefined;
  let isEnded = false;

  call.signal.addEventListener('abort', leave, { once: true });
  if (call.signal.aborted) leave();
  return {
    call,
    dialect,
    envelope,
    signal: stop.signal,
    opening: () => openingChunk(envelope),
    next,
    bill,
    end,
  };

  async function next(): Promise<readonly ChatCompletionChunk[] | undefined> {
    stop.signal.throwIfAborted();
    const { draft, generation } = (begun ??= begin());
    if (draft.finishReason() !== undefined) return undefined;
    const { pieces, finish } = await generation.next();
    firstContentAt ??= clock.now();
    const chunks = pieces.flatMap((piece) => draft.add(piece));
    return finish ? [...chunks, ...draft.close(finish)] : chunks;
  }

  function begin(): Begun {
    const thinking = wantsThinking(request);
    const prompt = engine.renderPrompt?.(request, thinking) ?? renderPrompt(request);
    const promptTokens = engine.countTokens(prompt);
    const budget = tokenBudget(request, promptTokens, engine.contextTokens);
    const asked = { request, prompt, thinking, signal: stop.signal };
    const pace = options.pacer?.begin();
    const generation = startGeneration({ engine, asked, promptTokens, budget, pace, clock });
    return { draft: createDraft(request, envelope, prompt), generation, promptTokens };
  }

  function bill(): Bill {
    const prompt_tokens = begun?.promptTokens ?? 0;
    const completion_tokens = begun?.generation.drawn() ?? 0;
    const usage = {
      prompt_tokens,
      completion_tokens,
      total_tokens: prompt_tokens + completion_tokens,
      completion_tokens_details: { reasoning_tokens: begun?.draft.thoughtTokens() ?? 0 },
    };
    return {
      usage,
      cost: costOf(request.model, usage, prices),
      isAsked: request.stream_options?.include_usage === true,
    };
  }

  function leave(): void {
    stop.abort(call.signal.reason);
    end('left');
  }

  function end(how: AnswerEnding['end'], refusal?: Refusal): void {
    if (isEnded) return;
    isEnded = true;
    call.signal.removeEventListener('abort', leave);
    if (how === 'left') stop.abort();
    const { usage, cost } = bill();
    options.onEnd({
      end: how,
      usage,
      ...(how !== 'refused' && { cost }),
      finishReason: begun?.draft.finishReason(),
      firstContentAt,
      refusal,
    });
  }
}

function envelopeOf({ identity, request }: Call, engine: TokenEngine): Envelope {
  return {
    id: `chatcmpl-${identity.id}`,
    created: identity.created,
    model: request.model,
    system_fingerprint: engine.fingerprint,
  };
}
