import type { WireChatRequest } from '@hermes4/core/internal';
import { isRecord } from '@hermes4/core/internal';
import type { Grant } from '../caller.ts';
import { Refusal } from '../refusal.ts';
import type { Body } from './read-body.ts';
import { validateChatRequest } from './validate.ts';

/** What calls may ask for. */
export interface Allowance {
  readonly models: readonly string[];
  readonly defaultModel?: string | undefined;
  /** `undefined` allows every parameter. */
  readonly parameters?: ReadonlySet<string> | undefined;
  readonly otherParameters: 'refuse' | 'drop';
  readonly maxTokens?: number | undefined;
  readonly maxMessages: number;
}

/** A call as it was let in. */
export interface Admitted {
  readonly request: WireChatRequest;
  /**
   * The body to send on: as it was written when every parameter may pass, else written anew, so that
   * nothing passes that was not looked at: a key that stands twice in it, a parameter that was dropped.
   */
  readonly text: string;
}

/** Every parameter of the API document, as the compiler knows them. */
export const DOCUMENTED_PARAMETERS: readonly string[] = Object.keys({
  model: true,
  messages: true,
  max_tokens: true,
  max_completion_tokens: true,
  stream: true,
  stream_options: true,
  temperature: true,
  top_p: true,
  top_k: true,
  min_p: true,
  top_a: true,
  seed: true,
  frequency_penalty: true,
  presence_penalty: true,
  repetition_penalty: true,
  stop: true,
  logprobs: true,
  top_logprobs: true,
  tools: true,
  tool_choice: true,
  parallel_tool_calls: true,
  response_format: true,
  prediction: true,
} satisfies Record<keyof WireChatRequest, true>);

/**
 * Holds a body against the API document and against what calls may ask for.
 *
 * @throws Refusal 400 that names each path, what was expected and what was received.
 */
export function admit(body: Body, allowance: Allowance, grant: Grant | undefined): Admitted {
  const { maxTokens, maxMessages, parameters } = allowance;
  const filled = fillModel(pick(body.value, allowance), allowance.defaultModel);
  const request = validateChatRequest(filled, modelsFor(allowance.models, grant));
  if (request.messages.length > maxMessages) {
    throw refused(`messages: expected at most ${maxMessages}, received ${request.messages.length}`);
  }
  const capped = maxTokens === undefined ? request : capTokens(request, maxTokens);
  const isUntouched = capped === body.value && !parameters && !grant?.models;
  return { request: capped, text: isUntouched ? body.text : JSON.stringify(capped) };
}

/** Leaves out or refuses the parameters that calls may not use. */
function pick(value: unknown, { parameters, otherParameters }: Allowance): unknown {
  if (!parameters || !isRecord(value)) return value;
  const others = Object.keys(value).filter((name) => !parameters.has(name));
  if (others.length === 0) return value;
  if (otherParameters === 'refuse') {
    const names = others.slice(0, 10).map((name) => JSON.stringify(name.slice(0, 100)));
    throw refused(`This server does not take ${names.join(', ')}`);
  }
  return Object.fromEntries(Object.entries(value).filter(([name]) => parameters.has(name)));
}

function fillModel(value: unknown, model: string | undefined): unknown {
  if (model === undefined || !isRecord(value)) return value;
  return value['model'] === undefined ? { ...value, model } : value;
}

function modelsFor(models: readonly string[], grant: Grant | undefined): readonly string[] {
  const granted = models.filter((model) => grant?.models?.includes(model) ?? true);
  if (granted.length > 0) return granted;
  throw new Refusal(403, 'This ticket is for none of the models of this server.');
}

/** A host decides for itself which of the two it keeps to, so both are capped. */
function capTokens(request: WireChatRequest, most: number): WireChatRequest {
  const { max_tokens, max_completion_tokens } = request;
  if (max_tokens === undefined && max_completion_tokens === undefined) {
    return { ...request, max_tokens: most };
  }
  if ((max_tokens ?? 0) <= most && (max_completion_tokens ?? 0) <= most) return request;
  return {
    ...request,
    ...(max_tokens !== undefined && { max_tokens: Math.min(max_tokens, most) }),
    ...(max_completion_tokens !== undefined && {
      max_completion_tokens: Math.min(max_completion_tokens, most),
    }),
  };
}

function refused(issue: string): Refusal {
  return new Refusal(400, `Body validation error! ${issue}.`);
}
