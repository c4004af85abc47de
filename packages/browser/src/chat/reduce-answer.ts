import type { ChatCompletion, ChatStreamPart, ToolOutcome, ToolRunEvent } from '@hermes4/core';
import type { Answer, AnswerStep, AnswerUsage, ChatToolCall } from './message.ts';

/** What happens to an answer: what core tells of a run, and what people decide about its calls. */
export type AnswerEvent =
  | ToolRunEvent<ChatStreamPart>
  | {
      readonly type: 'call';
      readonly toolCallId: string;
      readonly status: ChatToolCall['status'];
    };

const ENDINGS: Readonly<Record<ToolOutcome, ChatToolCall['status']>> = {
  ok: 'done',
  failed: 'failed',
  refused: 'denied',
  invalid: 'invalid',
};

/** The answer after an event; whatever did not change in it is the same object as before. */
export function reduceAnswer(answer: Answer, event: AnswerEvent): Answer {
  switch (event.type) {
    case 'turn-start':
      return { ...answer, steps: [...answer.steps, { reasoning: '', text: '', toolCalls: [] }] };
    case 'part':
      return event.part.type === 'finish'
        ? { ...answer, finishReason: event.part.finish_reason }
        : inLastStep(answer, (step) => withPart(step, event.part));
    case 'tool-call':
      return withCall(answer, event.toolCallId, () => ({
        arguments: event.arguments,
        status: 'running',
      }));
    case 'call':
      return withCall(answer, event.toolCallId, () => ({ status: event.status }));
    case 'tool-result':
      return withCall(answer, event.toolCallId, ({ status }) => ({
        result: event.content,
        // What was denied fails, and was not run.
        status: status === 'denied' ? status : ENDINGS[event.outcome],
      }));
    case 'turn-end':
      return withCosts(answer, event.completion);
  }
}

/** The answer as it stays when nothing more comes. */
export function endAnswer(answer: Answer, end: Pick<Answer, 'state' | 'error'>): Answer {
  const steps = answer.steps.map((step) =>
    step.toolCalls.some(isOpen)
      ? { ...step, toolCalls: step.toolCalls.map((call) => (isOpen(call) ? stopped(call) : call)) }
      : step,
  );
  return { ...answer, ...end, steps };
}

function isOpen({ status }: ChatToolCall): boolean {
  return status === 'writing' || status === 'awaiting-approval' || status === 'running';
}

function stopped(call: ChatToolCall): ChatToolCall {
  return { ...call, status: 'stopped' };
}

function inLastStep(answer: Answer, change: (step: AnswerStep) => AnswerStep): Answer {
  const last = answer.steps.at(-1);
  return last ? { ...answer, steps: [...answer.steps.slice(0, -1), change(last)] } : answer;
}

function withPart(step: AnswerStep, part: ChatStreamPart): AnswerStep {
  if (part.type === 'text-delta') return { ...step, text: step.text + part.text };
  if (part.type === 'reasoning-delta') {
    const reasoning = step.reasoning + part.text;
    return { ...step, reasoning, ...(part.replacesText && { text: '' }) };
  }
  if (part.type !== 'tool-call-delta') return step;
  const { index, id, name } = part;
  const toolCalls = [...step.toolCalls];
  const call = toolCalls[index] ?? { id: '', name: '', arguments: '', status: 'writing' };
  toolCalls[index] = {
    ...call,
    ...(id !== undefined && { id }),
    ...(name !== undefined && { name }),
    arguments: call.arguments + part.arguments,
  };
  return { ...step, toolCalls };
}

function withCall(
  answer: Answer,
  id: string,
  change: (call: ChatToolCall) => Partial<ChatToolCall>,
): Answer {
  return inLastStep(answer, (step) => ({
    ...step,
    toolCalls: step.toolCalls.map((call) => (call.id === id ? { ...call, ...change(call) } : call)),
  }));
}

function withCosts(answer: Answer, { usage, _request }: ChatCompletion): Answer {
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
