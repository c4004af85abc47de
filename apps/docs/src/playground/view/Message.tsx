import { type Answer, type ChatMessage, textOf, type UserMessage } from '@hermes4/browser/react';
import { type ReactNode, type SyntheticEvent, useState } from 'react';
import { CopyButton } from '../../runner/CopyButton';
import type { Session } from '../use-session';
import { factsOf } from './facts';
import styles from './Playground.module.css';
import { ToolCall } from './ToolCall';

interface MessageProps {
  readonly message: ChatMessage;
  readonly session: Session;
}

/** One message of the conversation, with what can be done with it. */
export function Message({ message, session }: MessageProps): ReactNode {
  return message.role === 'user' ? (
    <Said message={message} session={session} />
  ) : (
    <Answered message={message} session={session} />
  );
}

function Said({ message, session }: { message: UserMessage; session: Session }): ReactNode {
  const [isEdited, setEdited] = useState(false);
  const text = textOf(message);
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('text');
    const said = typeof typed === 'string' ? typed.trim() : '';
    setEdited(false);
    if (said !== '') session.edit(message.id, said);
  };
  return (
    <li className={styles['said']}>
      <span className={styles['heard']}>You said:</span>
      {isEdited ? (
        <form onSubmit={submit}>
          {/* biome-ignore lint/a11y/noAutofocus: the reader has just asked to edit this. */}
          <textarea
            name="text"
            aria-label="Edit what you said"
            defaultValue={text}
            rows={3}
            autoFocus
          />
          <div className={styles['actions']}>
            <button type="submit">Send instead</button>
            <button type="button" onClick={() => setEdited(false)}>
              Cancel
            </button>
          </div>
        </form>
      ) : (
        <>
          <p>{text}</p>
          <div className={styles['actions']}>
            <Branches id={message.id} session={session} />
            <button type="button" onClick={() => setEdited(true)}>
              Edit
            </button>
          </div>
        </>
      )}
    </li>
  );
}

function Answered({ message, session }: { message: Answer; session: Session }): ReactNode {
  const isStreaming = message.state === 'streaming';
  const facts = factsOf(message, session.timings[message.id]);
  return (
    <li className={styles['answer']} aria-busy={isStreaming} data-state={message.state}>
      <span className={styles['heard']}>The answer:</span>
      {message.steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps only ever grow at the end.
        <div key={index}>
          {step.reasoning !== '' && (
            <details className={styles['thoughts']}>
              <summary>{isStreaming && step.text === '' ? 'Thinking …' : 'Thoughts'}</summary>
              <p>{step.reasoning}</p>
            </details>
          )}
          {step.toolCalls.map((call) => (
            <ToolCall key={call.id} call={call} />
          ))}
          {step.text !== '' && <p>{step.text}</p>}
        </div>
      ))}
      {isStreaming && message.steps.every(({ text }) => text === '') && (
        <span className={styles['waiting']}>…</span>
      )}
      {!isStreaming && (
        <div className={styles['actions']}>
          <Branches id={message.id} session={session} />
          <button type="button" onClick={() => session.regenerate(message.id)}>
            Regenerate
          </button>
          <CopyButton text={textOf(message)} />
          <span className={styles['facts']}>{facts.join(' · ')}</span>
        </div>
      )}
    </li>
  );
}

/** Walks between a message and its siblings: other answers, or what was said before an edit. */
function Branches({ id, session }: { id: string; session: Session }): ReactNode {
  const { ids, index } = session.shown.branches(id);
  if (ids.length < 2) return null;
  const show = (to: number): void => {
    const sibling = ids[to];
    if (sibling !== undefined) session.shown.switchBranch(sibling);
  };
  return (
    <span className={styles['branches']}>
      <button
        type="button"
        aria-label="The one before"
        disabled={index === 0}
        onClick={() => show(index - 1)}
      >
        ‹
      </button>
      <span>
        {index + 1} of {ids.length}
      </span>
      <button
        type="button"
        aria-label="The one after"
        disabled={index === ids.length - 1}
        onClick={() => show(index + 1)}
      >
        ›
      </button>
    </span>
  );
}
