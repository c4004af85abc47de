import { type KeyboardEvent, type ReactNode, type SyntheticEvent, useRef } from 'react';
import styles from './Playground.module.css';

interface ComposerProps {
  readonly prompt: string;
  readonly isBusy: boolean;
  /** Why nothing can be sent now. */
  readonly fault: string | undefined;
  readonly onPrompt: (prompt: string) => void;
  readonly onSend: (text: string) => void;
  readonly onStop: () => void;
}

/** Where the next message is written. Enter sends, Shift and Enter begin another line. */
export function Composer({
  prompt,
  isBusy,
  fault,
  onPrompt,
  onSend,
  onStop,
}: ComposerProps): ReactNode {
  const form = useRef<HTMLFormElement>(null);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (prompt.trim() === '' || fault !== undefined) return;
    onSend(prompt);
    onPrompt('');
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && isBusy) onStop();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    form.current?.requestSubmit();
  };
  return (
    <form ref={form} className={styles['composer']} onSubmit={submit}>
      <textarea
        aria-label="Your message"
        placeholder="Ask something"
        rows={2}
        value={prompt}
        onChange={({ target }) => onPrompt(target.value)}
        onKeyDown={onKey}
      />
      {isBusy ? (
        <button type="button" className="button button--secondary" onClick={onStop}>
          Stop
        </button>
      ) : (
        <button
          type="submit"
          className="button button--primary"
          aria-disabled={prompt.trim() === '' || fault !== undefined}
        >
          Send
        </button>
      )}
      {fault !== undefined && <p role="alert">{fault}</p>}
    </form>
  );
}
