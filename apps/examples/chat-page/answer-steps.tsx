import type { Answer, ChatToolCall, UseChat } from '@hermes4/browser/react';
import type { ReactNode } from 'react';

type Decisions = Pick<UseChat, 'approve' | 'deny'>;

/** What the model said, turn by turn: its thoughts apart, and the tools that it called. */
export function AnswerSteps({
  answer,
  ...decisions
}: Decisions & { readonly answer: Answer }): ReactNode {
  const isStreaming = answer.state === 'streaming';
  const isVoid = answer.steps.every(({ text, reasoning }) => text + reasoning === '');
  return (
    <>
      {answer.steps.map(({ reasoning, text, toolCalls }, turn) => (
        // Steps are only ever added.
        <div className="step" key={turn}>
          {reasoning !== '' && (
            <Thoughts
              text={reasoning}
              isThinking={isStreaming && text === '' && toolCalls.length === 0}
            />
          )}
          {text !== '' && <p className="text">{text.trim()}</p>}
          {toolCalls.map((call) => (
            <ToolCall key={call.id} call={call} {...decisions} />
          ))}
        </div>
      ))}
      {isStreaming && isVoid && <p className="waiting">…</p>}
    </>
  );
}

interface ThoughtsProps {
  readonly text: string;
  readonly isThinking: boolean;
}

/** Open while they are all there is. */
function Thoughts({ text, isThinking }: ThoughtsProps): ReactNode {
  return (
    <details className="reasoning" open={isThinking}>
      <summary>{isThinking ? 'Thinking' : 'Thoughts'}</summary>
      <p>{text.trim()}</p>
    </details>
  );
}

const SAYINGS: Readonly<Record<ChatToolCall['status'], string>> = {
  writing: 'wants to run',
  'awaiting-approval': 'wants to run',
  running: 'is running',
  done: 'was run',
  failed: 'has failed',
  denied: 'was denied',
  invalid: 'was called wrongly',
  stopped: 'was stopped',
};

/** A call of a tool, and the question whether it may run. */
function ToolCall({ call, approve, deny }: Decisions & { readonly call: ChatToolCall }): ReactNode {
  const { id, name, status, result } = call;
  return (
    <section className="tool" data-status={status} aria-label={`Tool ${name}`}>
      <p>
        <strong>{name}</strong> {SAYINGS[status]}
      </p>
      <code>{call.arguments}</code>
      {status === 'awaiting-approval' && (
        <p className="decision">
          <button type="button" onClick={() => approve(id)}>
            Allow
          </button>
          <button type="button" onClick={() => deny(id)}>
            Deny
          </button>
        </p>
      )}
      {result !== undefined && <p className="result">{result}</p>}
    </section>
  );
}
