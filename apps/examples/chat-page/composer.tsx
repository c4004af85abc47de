import { type KeyboardEvent, type ReactNode, useState } from 'react';

interface ComposerProps {
  readonly isBusy: boolean;
  readonly send: (text: string) => Promise<void>;
  readonly stop: () => void;
}

/** What is said next. */
export function Composer({ isBusy, send, stop }: ComposerProps): ReactNode {
  const [text, setText] = useState('');
  const canSend = text.trim() !== '' && !isBusy;
  const submit = (): void => {
    if (!canSend) return;
    setText('');
    void send(text.trim());
  };
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <textarea
        aria-label="Message"
        placeholder="Message Hermes"
        rows={1}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => onEnter(event, submit)}
      />
      {isBusy ? (
        <button type="button" onClick={stop}>
          Stop
        </button>
      ) : (
        <button type="submit" disabled={!canSend}>
          Send
        </button>
      )}
    </form>
  );
}

/** Sends on Enter; Shift and Enter begin a line, and Enter may be how a script is typed. */
export function onEnter(event: KeyboardEvent, submit: () => void): void {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  submit();
}
