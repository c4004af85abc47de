import type { ChatStreamPart, ToolOutcome, ToolRunEvent } from '@hermes4/core';
import type { Answer, AnswerStep, ChatToolCall } from './message.ts';
import { inLastStep, withCosts, withPart, withStep } from './reduce-answer.ts';

type ToolCallDelta = Extract<ChatStreamPart, { type: 'tool-call-delta' }>;

const ENDINGS: Readonly<Record<ToolOutcome, ChatToolCall['status']>> = {
  ok: 'done',
  failed: 'failed',
  refused: 'denied',
  invalid: 'invalid',
};

/** The answer after an event of a run with tools. */
export function reduceRun(answer: Answer, event: ToolRunEvent<ChatStreamPart>): Answer {
  switch (event.type) {
    case 'turn-start':
      return withStep(answer);
    case 'part':
      return withAnyPart(answer, event.part);
    case 'tool-call':
      return withCall(answer, event.toolCallId, () => ({
        arguments: event.arguments,
        status: 'running',
      }));
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

/** The answer with more of what the model says, thinks or calls. */
export function withAnyPart(answer: Answer, part: ChatStreamPart): Answer {
  return part.type === 'tool-call-delta'
    ? inLastStep(answer, (step) => withCallDelta(step, part))
    : withPart(answer, part);
}

function withCallDelta(step: AnswerStep, part: ToolCallDelta): AnswerStep {
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

/** The answer with something else known of a call. */
export function withCall(
  answer: Answer,
  id: string,
  change: (call: ChatToolCall) => Partial<ChatToolCall>,
): Answer {
  return inLastStep(answer, (step) => ({
    ...step,
    toolCalls: step.toolCalls.map((call) => (call.id === id ? { ...call, ...change(call) } : call)),
  }));
}

/** The answer as it stays when nothing more comes of its calls. */
export function stopCalls(answer: Answer): Answer {
  const steps = answer.steps.map((step) =>
    step.toolCalls.some(isOpen)
      ? { ...step, toolCalls: step.toolCalls.map((call) => (isOpen(call) ? stopped(call) : call)) }
      : step,
  );
  return { ...answer, steps };
}

function isOpen({ status }: ChatToolCall): boolean {
  return status === 'writing' || status === 'awaiting-approval' || status === 'running';
}

function stopped(call: ChatToolCall): ChatToolCall {
  return { ...call, status: 'stopped' };
}
