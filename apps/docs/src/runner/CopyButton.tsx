import { type ReactNode, useEffect, useState } from 'react';
import { copyText } from './copy-text';
import styles from './RunnableExample.module.css';

/** Copies a text, and says so for a moment. */
export function CopyButton({ text }: { readonly text: string }): ReactNode {
  const [said, setSaid] = useState<'Copied' | 'Copying is not allowed here'>();
  useEffect(() => {
    if (said === undefined) return;
    const timer = setTimeout(() => setSaid(undefined), 2_000);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async (): Promise<void> =>
    setSaid((await copyText(text)) ? 'Copied' : 'Copying is not allowed here');
  return (
    <button type="button" className={styles['quiet']} onClick={() => void copy()}>
      <span aria-live="polite">{said ?? 'Copy'}</span>
    </button>
  );
}
