import type { ChatToolCall } from '@hermes4/browser/react';
import type { ReactNode } from 'react';
import styles from './Playground.module.css';

const SAID: Readonly<Record<ChatToolCall['status'], string>> = {
  writing: 'is being called',
  'awaiting-approval': 'waits for approval',
  running: 'is running',
  done: 'was called',
  failed: 'failed',
  denied: 'was refused',
  invalid: 'was called with arguments that do not fit',
  stopped: 'was stopped',
};

/** A tool that the model called: with what, and what it returned. */
export function ToolCall({ call }: { readonly call: ChatToolCall }): ReactNode {
  return (
    <details className={styles['thoughts']}>
      <summary>
        <code>{call.name}</code> {SAID[call.status]}
      </summary>
      <p>
        With <code>{call.arguments}</code>
        {call.result !== undefined && (
          <>
            {' '}
            it returned <code>{call.result}</code>
          </>
        )}
      </p>
    </details>
  );
}
