import type { ChatCompletion, ChatStreamPart } from '@hermes4/core';
import type { Answer, AnswerStep, AnswerUsage } from './message.ts';

/** How an answer changes; whatever does not is the same object as before. */
export type Change = (answer: Answer) => Answer;

/** The answer when another turn of the model begins. */
export function withStep(answer: Answer): Answer {
  return { ...answer, steps: [...answer.steps, { reasoning: '', text: '', toolCalls: [] }] };
}

/** The answer with more of what the model says or thinks, or with why it ended. */
export function withPart(answer: Answer, part: ChatStreamPart): Answer {
  if (part.type === 'finish') return { ...answer, finishReason: part.finish_reason };
  return inLastStep(answer, (step) => {
    if (part.type === 'text-delta') return { ...step, text: step.text + part.text };
    if (part.type !== 'reasoning-delta') return step;
    const reasoning = step.reasoning + part.text;
    return { ...step, reasoning, ...(part.replacesText && { text: '' }) };
  });
}

/** The answer with a change to the turn that is under way. */
export function inLastStep(answer: Answer, change: (step: AnswerStep) => AnswerStep): Answer {
  const last = answer.steps.at(-1);
  return last ? { ...answer, steps: [...answer.steps.slice(0, -1), change(last)] } : answer;
}

/** The answer with what another turn took. */
export function withCosts(answer: Answer, { usage, _request }: ChatCompletion): Answer {
  const usd = _request?.usd;
  return {
    ...answer,
    ...(usage && { usage: sum(answer.usage, usage) }),
    ...(usd !== undefined && { usd: (answer.usd ?? 0) + usd }),
  };
}

function sum(one: AnswerUsage | undefined, other: Partial<AnswerUsage>): AnswerUsage {
  const both = (name: keyof AnswerUsage): number => (one?.[name] ?? 0) + (other[name] ?? 0);
  return {
    prompt_tokens: both('prompt_tokens'),
    completion_tokens: both('completion_tokens'),
    total_tokens: both('total_tokens'),
  };
}
