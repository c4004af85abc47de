import { type ChatMessage, textOf, type UseChat } from '@hermes4/browser/react';
import { type ReactNode, useState } from 'react';
import { AnswerSteps } from './answer-steps.tsx';
import { onEnter } from './composer.tsx';

interface MessageProps {
  readonly message: ChatMessage;
  readonly chat: UseChat;
  readonly isBusy: boolean;
}

/** One message, and what can be done with it. */
export function Message({ message, chat, isBusy }: MessageProps): ReactNode {
  const [isEdited, setEdited] = useState(false);
  const { id, role } = message;
  if (isEdited) {
    const say = (text: string): void => void chat.edit(id, text);
    return <Editor text={textOf(message)} say={say} close={() => setEdited(false)} />;
  }
  return (
    <article className={role} data-state={role === 'user' ? undefined : message.state}>
      {role === 'user' ? (
        <p className="text">{textOf(message)}</p>
      ) : (
        <AnswerSteps answer={message} approve={chat.approve} deny={chat.deny} />
      )}
      <footer>
        <BranchSwitch id={id} chat={chat} />
        {role === 'user' ? (
          <button type="button" disabled={isBusy} onClick={() => setEdited(true)}>
            Edit
          </button>
        ) : (
          <button type="button" disabled={isBusy} onClick={() => void chat.regenerate(id)}>
            Regenerate
          </button>
        )}
        {role === 'assistant' && message.state === 'stopped' && <span>Stopped</span>}
      </footer>
    </article>
  );
}

/** Goes through the alternatives of a message. */
function BranchSwitch({
  id,
  chat,
}: Pick<MessageProps, 'chat'> & { readonly id: string }): ReactNode {
  const { ids, index } = chat.branches(id);
  if (ids.length < 2) return null;
  const step = (label: string, sign: string, to: string | undefined): ReactNode => (
    <button
      type="button"
      aria-label={label}
      disabled={to === undefined}
      onClick={() => to !== undefined && chat.switchBranch(to)}
    >
      {sign}
    </button>
  );
  return (
    <span className="branches">
      {step('Earlier version', '‹', ids[index - 1])}
      {index + 1} of {ids.length}
      {step('Later version', '›', ids[index + 1])}
    </span>
  );
}

interface EditorProps {
  readonly text: string;
  readonly say: (text: string) => void;
  readonly close: () => void;
}

/** Says something else in the place of a message. */
function Editor({ text: before, say, close }: EditorProps): ReactNode {
  const [text, setText] = useState(before);
  const submit = (): void => {
    if (text.trim() === '') return;
    close();
    say(text.trim());
  };
  return (
    <form
      className="editor"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <textarea
        aria-label="Edited message"
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => onEnter(event, submit)}
      />
      <button type="button" onClick={close}>
        Cancel
      </button>
      <button type="submit">Save</button>
    </form>
  );
}
